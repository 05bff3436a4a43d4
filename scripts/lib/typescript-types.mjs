import openapiTypescript, { astToString } from "openapi-typescript";
import ts from "typescript";

/** The TypeScript types that openapi-typescript makes of a document. @param {object} document */
export async function typesOf(document) {
  // It changes the document that it is given.
  return astToString(await openapiTypescript(structuredClone(document), { silent: true }));
}

/**
 * Compiles many files as one program under `strict`.
 *
 * @param {ReadonlyMap<string, string>} sources file name ending in `.ts` → text
 * @returns {Map<string, import("./problem.mjs").Problem[]>} file name → what the compiler says
 */
export function compileTypes(sources) {
  const options = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, version) =>
    sources.has(name) ? ts.createSourceFile(name, sources.get(name), version) : getSourceFile(name, version);
  host.fileExists = (name) => sources.has(name) || fileExists(name);
  host.readFile = (name) => sources.get(name) ?? readFile(name);
  const program = ts.createProgram([...sources.keys()], options, host);
  const problems = new Map([...sources.keys()].map((name) => [name, []]));
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    const { file, start = 0, code, messageText } = diagnostic;
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line;
    const shown = file === undefined ? "" : file.text.split("\n")[line].trim().slice(0, 80);
    const message = `${ts.flattenDiagnosticMessageText(messageText, " ")} in \`${shown}\``;
    const [first] = sources.keys();
    problems.get(file?.fileName ?? first)?.push({
      consumer: "types",
      severity: "error",
      rule: `TS${code}`,
      message,
      pointer: "",
    });
  }
  return problems;
}
