import type { ApiRef } from "../apiref/model.ts";
import { compareVersions, parseVersion } from "../apiref/versions.ts";
import { gathered, NOTHING } from "../rst/walk.ts";
import { UsageError } from "../usage-error.ts";

/** What may hold from one microversion on, or up to one. */
interface Versioned {
  readonly minVersion?: string | undefined;
  readonly maxVersion?: string | undefined;
}

/**
 * The microversions that operations, their rows, the directives about versions and a history on a page name, the highest
 * first.
 */
export function namedVersions({ documents, histories }: ApiRef): string[] {
  const operations = documents.flatMap((document) => document.operations);
  const told = histories.flatMap(({ onPage, versions }) => (onPage ? versions : []));
  return ordered([
    ...told.map(({ version }): Versioned => ({ minVersion: version })),
    ...documents.flatMap(({ blocks }) => directiveVersions(blocks)),
    ...operations,
    ...operations.flatMap(({ rows }) => rows.flatMap((row) => [row, row.definition ?? {}])),
  ]);
}

/** The versions of `.. versionadded:: 2.20` and its kin. */
const directiveVersions = gathered((block): readonly Versioned[] => {
  if (block.kind !== "directive" || !SINCE.has(block.name ?? "")) return NOTHING;
  const minVersion = /^\s*v?(\d{1,4}\.\d{1,4})(?![\w.])/i.exec(block.argument[0]?.text ?? "")?.[1];
  return minVersion === undefined ? NOTHING : [{ minVersion }];
});

const SINCE: ReadonlySet<string> = new Set([
  "versionadded",
  "versionchanged",
  "versionremoved",
  "deprecated",
]);

function ordered(things: readonly Versioned[]): string[] {
  const named = new Set<string>();
  for (const { minVersion, maxVersion } of things)
    for (const version of [minVersion, maxVersion])
      if (version !== undefined && parseVersion(version) !== undefined) named.add(version);
  return [...named].sort((a, b) => compareVersions(b, a));
}

/** More of them are no list that somebody reads. */
const MOST_VERSIONS = 500;

/**
 * The microversions that a reader may choose, the highest first: all from the one before the lowest that the sources name,
 * for there things are yet to come, to the highest of the same major number.
 */
export function selectableVersions(apiRef: ApiRef): string[] {
  const named = knownVersions(apiRef).map((version) => parseVersion(version)!);
  const majors = [...new Set(named.map(([major]) => major))];
  const all = majors.flatMap((major) => {
    const minors = named.flatMap(([of, minor]) => (of === major ? [minor] : []));
    const highest = minors[0]!;
    const lowest = Math.max(minors.at(-1)! - 1, 0);
    if (highest - lowest > MOST_VERSIONS) return minors.map((minor) => `${major}.${minor}`);
    return Array.from({ length: highest - lowest + 1 }, (_, index) => `${major}.${highest - index}`);
  });
  return all.slice(0, MOST_VERSIONS);
}

/** All microversions that the sources name anywhere, the highest first. */
function knownVersions(apiRef: ApiRef): string[] {
  const operations = apiRef.documents.flatMap((document) => document.operations);
  const others = operations.flatMap(({ statuses, samples }) => [...statuses, ...samples]);
  return ordered([...namedVersions(apiRef).map((minVersion): Versioned => ({ minVersion })), ...others]);
}

/**
 * The microversion that is asked for, where the sources can say what the API is at it: not above the highest that they name.
 * `latest` is the highest.
 */
export function knownVersion(apiRef: ApiRef, wanted: string): string {
  const [highest] = knownVersions(apiRef);
  if (highest === undefined)
    throw new UsageError(
      `The sources name no microversion, so that they do not say what the API is at ${wanted}. Leave out \`--microversion\`.`,
    );
  if (wanted === "latest") return highest;
  if (compareVersions(wanted, highest) <= 0) return wanted;
  throw new UsageError(
    `${wanted} is above ${highest}, the highest microversion that the sources name. Name that, a lower one, or \`latest\`.`,
  );
}
