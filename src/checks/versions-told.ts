import type { ApiRef } from "../apiref/model.ts";
import { compareVersions, parseVersion } from "../apiref/versions.ts";
import { remembered } from "../text/remembered.ts";
import type { SourceFile } from "../text/source-file.ts";

/** Whoever says that something was there until 2.35 says that 2.36 took it away. */
interface Told {
  readonly named: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
}

/** The files that people write texts in; samples hold numbers of every kind. */
const TEXTS = /\.(?:rst|inc|txt|ya?ml)$/i;

/** Whether the api-ref names a microversion anywhere outside the histories, or the one before as the last of something. */
export function toldVersions({ files, histories, documents }: ApiRef): (version: string) => boolean {
  const ofHistories = new Set(histories.map(({ file }) => file));
  const texts = [...files.values()].filter((file) => TEXTS.test(file.path) && !ofHistories.has(file));
  const told = texts.map(toldIn);
  const last = new Set<string>();
  for (const { operations } of documents)
    for (const operation of operations)
      for (const { maxVersion } of [
        operation,
        ...operation.rows,
        ...operation.statuses,
        ...operation.samples,
      ])
        if (maxVersion !== undefined) last.add(maxVersion);
  return (version) => {
    const [major, minor] = parseVersion(version)!;
    const before = `${major}.${minor - 1}`;
    return (
      told.some((one) => one.named.has(version) || one.last.has(before)) ||
      [...last].some((other) => compareVersions(other, before) === 0)
    );
  };
}

/** A version that is no part of an address or of a longer number, with the words before it that make it the last one. */
const NAMED =
  /(?:\b(max_version: *|until |through |up to |[-–] ?)(?:(?:micro)?version )?)?["'`*]{0,2}(?<![\w.])v?(\d{1,4}\.\d{1,4})(?!\w|\.\d)/gi;

/** What a file tells, kept with it. */
const toldIn = remembered(({ text }: SourceFile): Told => {
  const named = new Set<string>();
  const last = new Set<string>();
  for (const [, until, version = ""] of text.matchAll(NAMED)) {
    named.add(version);
    if (until !== undefined) last.add(version);
  }
  return { named, last };
});
