import { posix, resolve } from "node:path";
import { type Flags, resolveSettings } from "../config/resolve.ts";
import type { JsonObject } from "../data/json-value.ts";
import { diskFiles } from "../files/disk.ts";
import type { Files } from "../files/files.ts";
import { overlayFiles } from "../files/overlay.ts";
import { type SourceMap, sourceMapFile } from "../openapi/source-map-file.ts";
import type { Project } from "../project.ts";
import { catalogue, ruleNames } from "../rules/index.ts";
import { openSession } from "../session.ts";
import type { Summary } from "../summary.ts";
import { type LocatedFinding, locatedFindings } from "./findings.ts";
import { type DescribedOperation, describedOperations, plain } from "./operations.ts";
import { type RuleInfo, ruleInfos } from "./rule-info.ts";

/** What to read and how; every option has the default of the command line. */
export interface Options extends Flags {
  /** Relative paths are resolved from here, and findings named; the current directory unless given. */
  readonly workingDirectory?: string;
  /** The file system to read from; the real one unless given. */
  readonly files?: Files;
}

/** What came of one check. Document, source map and operations are made when they are first asked for. */
export interface Check {
  /** By file, line and column. */
  readonly findings: readonly LocatedFinding[];
  readonly summary: Summary;
  /** The OpenAPI 3.1 document. */
  readonly document: JsonObject;
  /** JSON pointer into the document → place in the sources. */
  readonly sourceMap: SourceMap;
  readonly operations: readonly DescribedOperation[];
  /** All rules, with the addresses of their pages where the configuration has them. */
  readonly rules: readonly RuleInfo[];
}

/** An api-ref tree that changes and is checked again and again; what has not changed is not read again. */
export interface Workspace {
  /**
   * Lays a text over a file, as an editor has it that was not saved. Nothing is written.
   *
   * @param path absolute, or relative to the working directory; the file need not exist
   */
  setText(path: string, text: string): void;
  /** The file is again what is on the disk. */
  dropText(path: string): void;
  /** Checks the tree as it is now. Throws a `UsageError` as `build` does; calls after one another, not at once. */
  check(): Promise<Check>;
  /** Ends what works in the background; a program that forgets it ends all the same. */
  close(): Promise<void>;
}

/** Opens a workspace; nothing is read before the first check. */
export function openWorkspace(options: Options = {}): Workspace {
  const { workingDirectory: directory = resolve(), files = diskFiles(), ...flags } = options;
  const workingDirectory = resolve(directory);
  const layer = overlayFiles(files);
  const session = openSession();
  return {
    setText: (path, text) => layer.writeAll(new Map([[posix.resolve(workingDirectory, path), text]])),
    dropText: (path) => layer.takeOff(posix.resolve(workingDirectory, path)),
    async check() {
      const settings = resolveSettings(layer, workingDirectory, flags, ruleNames);
      return checkOf(await session.run(layer, settings));
    },
    close: () => session.close(),
  };
}

/** A run as a user of the library sees it. */
export function checkOf({ settings, bodies, specification, findings, summary }: Project): Check {
  const { workingDirectory, root, rulesUrl } = settings;
  let operations: readonly DescribedOperation[] | undefined;
  let document: JsonObject | undefined;
  return {
    findings: locatedFindings(findings, summary, { workingDirectory, rules: catalogue }),
    summary,
    get document() {
      document ??= plain(specification.document);
      return document;
    },
    get sourceMap() {
      return sourceMapFile(specification.sourceMap, root);
    },
    get operations() {
      operations ??= describedOperations(bodies, (path) => posix.relative(workingDirectory, path));
      return operations;
    },
    get rules() {
      return ruleInfos(rulesUrl);
    },
  };
}
