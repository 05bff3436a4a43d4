import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { home } from "../trees.mjs";
import { reachableDeclarations } from "./reachable-declarations.mjs";

/**
 * Writes the types of the library: what `src/index.ts` exports, and what that names, no more. So they need no package.
 *
 * @param {string} directory
 * @throws where types cannot be named; `npm run typecheck` finds every other error
 */
export function writeDeclarations(directory) {
  const { config } = ts.readConfigFile(join(home, "tsconfig.build.json"), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, home);
  const source = join(home, "src");
  const program = ts.createProgram(fileNames, { ...options, outDir: source });
  const declarationsOf = (file) => {
    let declarations = "";
    const { diagnostics } = program.emit(program.getSourceFile(file), (_, text) => {
      declarations = text;
    });
    if (diagnostics.length > 0)
      throw new Error(
        diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")).join("\n"),
      );
    return ts.createSourceFile(file, declarations, ts.ScriptTarget.Latest, true);
  };
  rmSync(directory, { recursive: true, force: true });
  for (const [file, text] of reachableDeclarations(resolve(source, "index.ts"), declarationsOf))
    ts.sys.writeFile(join(directory, file.slice(source.length).replace(/\.ts$/, ".d.ts")), text);
}
