import type { ApiRef } from "../apiref/model.ts";
import { compareVersions, parseVersion } from "../apiref/versions.ts";
import { UsageError } from "../usage-error.ts";

/** What may hold from one microversion on, or up to one. */
interface Versioned {
  readonly minVersion?: string | undefined;
  readonly maxVersion?: string | undefined;
}

/** The microversions that operations and their rows name, the highest first. */
export function namedVersions({ documents }: ApiRef): string[] {
  const operations = documents.flatMap((document) => document.operations);
  return ordered([
    ...operations,
    ...operations.flatMap(({ rows }) => rows.flatMap((row) => [row, row.definition ?? {}])),
  ]);
}

function ordered(things: readonly Versioned[]): string[] {
  const named = new Set<string>();
  for (const { minVersion, maxVersion } of things)
    for (const version of [minVersion, maxVersion])
      if (version !== undefined && parseVersion(version) !== undefined) named.add(version);
  return [...named].sort((a, b) => compareVersions(b, a));
}

/**
 * The microversion that is asked for, where the sources can say what the API is at it: not above the highest that they name.
 * `latest` is the highest.
 */
export function knownVersion(apiRef: ApiRef, wanted: string): string {
  const operations = apiRef.documents.flatMap((document) => document.operations);
  const others = operations.flatMap(({ statuses, samples }) => [...statuses, ...samples]);
  const [highest] = ordered([...namedVersions(apiRef).map((minVersion) => ({ minVersion })), ...others]);
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
