import { posix } from "node:path";
import { documentNames } from "../apiref/documents.ts";
import { resolveSettings, type Settings } from "../config/resolve.ts";
import type { Files } from "../files/files.ts";
import { gitBase } from "../files/git-base.ts";
import { gitFiles } from "../files/git-files.ts";
import { ruleNames } from "../rules/index.ts";
import { UsageError } from "../usage-error.ts";

/** The tree as it was where a change began. */
export interface BaseTree {
  readonly files: Files;
  /** Undefined where there was no tree yet. */
  readonly settings: Settings | undefined;
  /** The name of the commit. */
  readonly commit: string;
  /** The top of the work tree. */
  readonly top: string;
}

/**
 * Finds the tree that is to be compared with: the same folder, or what it was called, at the commit from which
 * `changedSince` and HEAD parted, with the configuration that it had then.
 */
export function baseTree(disk: Files, settings: Settings, revision: string): BaseTree {
  const base = gitBase(disk, settings.root, revision);
  const files = gitFiles(disk, base);
  return { files, settings: settingsThen(disk, files, settings, base.top), ...base };
}

function settingsThen(disk: Files, files: Files, settings: Settings, top: string): Settings | undefined {
  const root = rootThen(disk, files, settings.root, top);
  if (root === undefined) return undefined;
  const documents = settings.documents && [
    ...settings.documents,
    ...documentsGone(disk, files, settings, root),
  ];
  const flags = { ...settings.flags, documents };
  const then = resolved(files, settings, root === settings.root ? flags : { ...flags, source: root });
  return { ...then, root, changedSince: undefined, baseline: undefined };
}

/** A configuration that was broken then, or has rules that are no more, gives way to the present one. */
function resolved(files: Files, settings: Settings, flags: Settings["flags"]): Settings {
  try {
    return resolveSettings(files, settings.workingDirectory, flags, ruleNames);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { ...settings, documents: flags.documents };
  }
}

/** Documents that are no more may be those that are asked for, under another name. */
function documentsGone(disk: Files, files: Files, settings: Settings, root: string): string[] {
  return documentNames(files, root).names.filter(
    (name) => disk.status(posix.join(settings.root, `${name}.rst`)) === undefined,
  );
}

/** So much of a folder has to be in another one for that to be the folder, renamed. */
const ENOUGH = 0.5;

/** The source folder then. One of another name has an `index.rst` that is no more, and most files of the present folder. */
function rootThen(disk: Files, files: Files, root: string, top: string): string | undefined {
  const isSource = (folder: string) => files.status(posix.join(folder, "index.rst"))?.kind === "file";
  if (isSource(root)) return root;
  const present = namesBelow(disk, root);
  const candidates = foldersBelow(files, top)
    .filter((folder) => isSource(folder) && disk.status(posix.join(folder, "index.rst")) === undefined)
    .map((folder) => {
      const names = new Set(namesBelow(files, folder));
      const shared = present.filter((name) => names.has(name)).length;
      return { folder, score: shared / Math.max(1, present.length) };
    })
    .sort((a, b) => b.score - a.score);
  return candidates.find(({ score }) => score >= ENOUGH)?.folder;
}

/** More files than any api-ref has. */
const MOST_FILES = 50_000;

function foldersBelow(files: Files, top: string): string[] {
  return walk(files, top).filter((path) => files.status(path)?.kind === "directory");
}

function namesBelow(files: Files, folder: string): string[] {
  return walk(files, folder).map((path) => posix.relative(folder, path));
}

/** Everything below a folder; links are not followed. */
function walk(files: Files, folder: string): string[] {
  const found = [folder];
  for (const path of found) {
    if (found.length > MOST_FILES) break;
    if (files.realPath(path) !== path || files.status(path)?.kind !== "directory") continue;
    found.push(
      ...files
        .list(path)
        .filter((name) => name !== ".git")
        .map((name) => posix.join(path, name)),
    );
  }
  return found.slice(1);
}
