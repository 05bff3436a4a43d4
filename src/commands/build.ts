import { posix } from "node:path";
import type { Files } from "../files/files.ts";
import { type Extension, serialize } from "../openapi/serialize.ts";
import { serializeSourceMap, sourceMapFile } from "../openapi/source-map-file.ts";
import { type CheckFlags, checkTree, conclude } from "./check.ts";
import type { Console } from "./console.ts";

/** The options of `apiref build`. */
export interface BuildFlags extends CheckFlags {
  /** The directory to write to. */
  readonly output: string;
  readonly ext: Extension;
}

/** `apiref build`: writes the specification and its source map; also every check. Gives the exit code. */
export async function build(files: Files, console: Console, flags: BuildFlags): Promise<number> {
  const startedAt = console.now();
  const texts = new Map<string, string>();
  const project = await checkTree(files, console, flags, {
    onSpecification({ document, sourceMap }, root) {
      texts.set(`openapi.${flags.ext}`, serialize(document, flags.ext));
      texts.set("openapi.map.json", serializeSourceMap(sourceMapFile(sourceMap, root)));
    },
  });
  const directory = posix.resolve(console.workingDirectory, flags.output);
  files.writeAll(new Map([...texts].map(([name, text]) => [posix.join(directory, name), text])));
  const written = [...texts.keys()].map((name) => posix.join(flags.output, name));
  return conclude(console, flags, project, { written, startedAt });
}
