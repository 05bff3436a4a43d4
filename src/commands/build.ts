import { posix } from "node:path";
import type { Files } from "../files/files.ts";
import { type Extension, serialize } from "../openapi/serialize.ts";
import { serializeSourceMap, sourceMapFile } from "../openapi/source-map-file.ts";
import { type Check, type CheckFlags, checkOnce, checkTree } from "./check.ts";
import { pageOf } from "./page.ts";
import type { Terminal } from "./terminal.ts";
import { watchTree } from "./watch.ts";

/** The options of `apiref build`. */
export interface BuildFlags extends CheckFlags {
  /** The directory to write to. */
  readonly output: string;
  readonly ext: Extension;
  /** Whether to write the page for people as well. */
  readonly html?: boolean | undefined;
  /** Whether all findings are printed, not only their table. */
  readonly verbose?: boolean | undefined;
}

/** `apiref build`: writes the specification and its source map; also every check. Gives the exit code. */
export async function build(files: Files, terminal: Terminal, flags: BuildFlags): Promise<number> {
  const check: Check = async (tree, run) => {
    const texts = new Map<string, string>();
    const project = await checkTree(tree, terminal, flags, run, {
      onSpecification(made) {
        const { document, sourceMap } = made.specification;
        const name = (file: string) => posix.join(flags.output, file);
        texts.set(name(`openapi.${flags.ext}`), serialize(document, flags.ext));
        texts.set(name("openapi.map.json"), serializeSourceMap(sourceMapFile(sourceMap, made.settings.root)));
        if (!flags.html) return;
        const page = name("openapi.html");
        const file = posix.resolve(terminal.workingDirectory, page);
        texts.set(page, pageOf(tree, made, file, `openapi.${flags.ext}`));
      },
    });
    return { project, texts };
  };
  if (flags.watch) return watchTree(files, terminal, flags, check);
  return checkOnce(files, terminal, { ...flags, isBrief: !flags.verbose }, check);
}
