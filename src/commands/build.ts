import { posix } from "node:path";
import type { Files } from "../files/files.ts";
import { type Extension, serialize } from "../openapi/serialize.ts";
import { serializeSourceMap, sourceMapFile } from "../openapi/source-map-file.ts";
import { type CheckFlags, checkTree, conclude } from "./check.ts";
import type { Terminal } from "./terminal.ts";

/** The options of `apiref build`. */
export interface BuildFlags extends CheckFlags {
  /** The directory to write to. */
  readonly output: string;
  readonly ext: Extension;
}

/** `apiref build`: writes the specification and its source map; also every check. Gives the exit code. */
export async function build(files: Files, terminal: Terminal, flags: BuildFlags): Promise<number> {
  const startedAt = terminal.now();
  const texts = new Map<string, string>();
  const project = await checkTree(files, terminal, flags, {
    onSpecification({ document, sourceMap }, root) {
      texts.set(`openapi.${flags.ext}`, serialize(document, flags.ext));
      texts.set("openapi.map.json", serializeSourceMap(sourceMapFile(sourceMap, root)));
    },
  });
  const directory = posix.resolve(terminal.workingDirectory, flags.output);
  files.writeAll(new Map([...texts].map(([name, text]) => [posix.join(directory, name), text])));
  const written = [...texts.keys()].map((name) => posix.join(flags.output, name));
  return conclude(terminal, flags, project, { written, startedAt });
}
