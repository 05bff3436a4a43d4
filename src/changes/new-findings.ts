import { posix } from "node:path";
import type { ApiRef } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import type { Files } from "../files/files.ts";
import type { Finding } from "../findings/finding.ts";
import { compareFindings, identifyingMessage, identifyingText, type Known } from "../findings/same.ts";
import { groupedBy } from "../text/grouped.ts";
import type { SourceFile } from "../text/source-file.ts";
import { fileRenames } from "./file-renames.ts";
import { type LineMap, lineMap } from "./line-map.ts";
import { type LineKey, namesNow } from "./names-now.ts";

/** A tree as it was read, and what was found in it. */
export interface State {
  readonly apiRef: ApiRef;
  readonly findings: readonly Finding[];
  /** The name of a file from the top of the work tree. */
  readonly nameOf: (path: string) => string;
  /** Whether there is a file of that name, read or not. */
  readonly isThere: (name: string) => boolean;
}

/** A tree with what was found in it. @param top of the work tree */
export function stateOf(
  { files, apiRef }: { readonly files: Files; readonly apiRef: ApiRef },
  findings: readonly Finding[],
  top: string,
): State {
  const names = new Map<string, string>();
  const nameOf = (path: string): string => {
    const name = names.get(path) ?? posix.relative(top, files.realPath(path) ?? path);
    names.set(path, name);
    return name;
  };
  return {
    apiRef,
    findings,
    nameOf,
    isThere: (name) => files.status(posix.join(top, name)) !== undefined,
  };
}

/** The findings of a state that an earlier one does not have. */
export function newFindings(before: State, now: State): Finding[] {
  const [oldFiles, files] = [filesOf(before), filesOf(now)];
  const renames = fileRenames(
    new Map([...oldFiles].filter(([name]) => !now.isThere(name))),
    new Map([...files].filter(([name]) => !before.isThere(name))),
  );
  const fileNow = (name: string): string => renames.get(name) ?? name;
  const mapOf = lineMaps(oldFiles, files, fileNow);

  const lineBefore: LineKey = (file, line) => {
    const name = before.nameOf(file.path);
    const lineNow = mapOf(name)?.lineNow(line);
    return lineNow === undefined ? undefined : `${fileNow(name)}:${lineNow}`;
  };
  const names = namesNow(
    before.apiRef,
    now.apiRef,
    lineBefore,
    (file, line) => `${now.nameOf(file.path)}:${line}`,
  );
  const moved = fileNames(renames);

  const old = before.findings.map((finding): Known => {
    const name = before.nameOf(finding.span.file.path);
    const line = mapOf(name)?.lineNow(lineOf(finding));
    const file = files.get(fileNow(name));
    const ownText = identifyingText(finding.span);
    const text =
      file === undefined || line === undefined ? moved.before(ownText) : identifyingText(startOf(file, line));
    const { operation } = finding;
    const operationNow = operation === undefined ? undefined : (names.operations.get(operation) ?? operation);
    const message = withNames(identifyingMessage(finding.message, operation, ownText), (name) =>
      moved.before(names.quotedNow(name, operation)),
    );
    return known(finding.rule, fileNow(name), operationNow, { message, text, line });
  });
  const present = now.findings.map((finding): Known => {
    const text = identifyingText(finding.span);
    const message = withNames(identifyingMessage(finding.message, finding.operation, text), moved.now);
    const { rule, operation, span } = finding;
    return known(rule, now.nameOf(span.file.path), operation, { message, text, line: lineOf(finding) });
  });

  const operations = new Set(
    now.apiRef.documents.flatMap((document) => document.operations.map(operationName)),
  );
  const newLines = new Map([...oldFiles.keys()].map((name) => [fileNow(name), mapOf(name)]));
  const { fresh } = compareFindings(old, present, {
    isLineGone: ({ line }) => line === undefined,
    isLineNew: ({ file, line = 0 }) => newLines.get(file)?.isNew(line) ?? true,
    isOperationGone: (operation) => !operations.has(operation),
  });
  return now.findings.filter((_, index) => fresh.has(index));
}

function known(
  rule: string,
  file: string,
  operation: string | undefined,
  rest: Pick<Known, "message" | "text" | "line">,
): Known {
  return { rule, file, ...(operation === undefined ? {} : { operation }), ...rest };
}

function lineOf({ span: { file, start } }: Finding): number {
  return file.positionAt(start).line;
}

function startOf(file: SourceFile, line: number) {
  const start = file.lineStarts[line - 1] ?? 0;
  return { file, start, end: start };
}

/** What was read, and what findings stand in though nobody has read it. */
function filesOf({ apiRef, findings, nameOf }: State): Map<string, SourceFile> {
  const found = new Map<string, SourceFile>();
  for (const { span } of findings) found.set(nameOf(span.file.path), span.file);
  for (const [path, file] of apiRef.files) found.set(nameOf(path), file);
  return found;
}

/** The line map of a file by its earlier name; undefined for one that is gone. */
function lineMaps(
  before: ReadonlyMap<string, SourceFile>,
  now: ReadonlyMap<string, SourceFile>,
  fileNow: (name: string) => string,
): (name: string) => LineMap | undefined {
  const maps = new Map<string, LineMap | undefined>();
  return (name) => {
    if (!maps.has(name)) {
      const old = before.get(name);
      const present = now.get(fileNow(name));
      maps.set(name, old && present && lineMap(old, present));
    }
    return maps.get(name);
  };
}

/** A message with what it quotes replaced. */
function withNames(message: string, replace: (name: string) => string): string {
  return message.replace(/`([^`]*)`/g, (_, name: string) => `\`${replace(name)}\``);
}

/**
 * Puts one text for all ways in which sources and messages name a file that was renamed: `list.json`,
 * `../samples/list.json`.
 */
function fileNames(renames: ReadonlyMap<string, string>) {
  const canonical = (names: Iterable<readonly [name: string, now: string]>) => {
    const byBase = groupedBy(names, ([name]) => posix.basename(name));
    return (text: string): string =>
      byBase.size === 0
        ? text
        : text.replace(/[^\s`:]+/g, (word) => {
            const path = word.replace(/^(?:\.{0,2}\/)+/, "");
            const found = byBase.get(posix.basename(path))?.find(([name]) => `/${name}`.endsWith(`/${path}`));
            return found === undefined ? word : `<${found[1]}>`;
          });
  };
  return {
    before: canonical(renames),
    now: canonical([...renames.values()].map((name) => [name, name])),
  };
}
