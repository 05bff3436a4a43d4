import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { home } from "../trees.mjs";

/**
 * Writes the types of the library: the declarations of `src/index.ts` and of the files that they name, no others.
 *
 * @param {string} directory
 * @throws where types cannot be named; `npm run typecheck` finds every other error
 */
export function writeDeclarations(directory) {
  const { config } = ts.readConfigFile(join(home, "tsconfig.build.json"), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, home);
  const program = ts.createProgram(fileNames, { ...options, outDir: directory });
  rmSync(directory, { recursive: true, force: true });
  const waiting = [join(home, "src/index.ts")];
  for (const file of waiting) {
    const { diagnostics } = program.emit(program.getSourceFile(file), (path, text) => {
      ts.sys.writeFile(path, text);
      for (const { fileName } of ts.preProcessFile(text).importedFiles) {
        const imported = resolve(file, "..", fileName.replace(/\.js$/, ".ts"));
        if (fileName.startsWith(".") && !waiting.includes(imported)) waiting.push(imported);
      }
    });
    if (diagnostics.length > 0)
      throw new Error(
        diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")).join("\n"),
      );
  }
}
