/** The microversions at which something holds, both ends included; an absent end is open. */
export interface VersionRange {
  readonly min?: string;
  readonly max?: string;
}

/** The bounds that a table, a section, a sample or a definition sets. */
export interface VersionBounds {
  readonly minVersion?: string;
  readonly maxVersion?: string;
}

/** The microversions at which something holds that has bounds. */
export function rangeOf({ minVersion, maxVersion }: VersionBounds): VersionRange {
  return {
    ...(minVersion === undefined ? {} : { min: minVersion }),
    ...(maxVersion === undefined ? {} : { max: maxVersion }),
  };
}

/** Those bounds that are microversions: what a slip stands for nobody knows, and no reader is told that it is one. */
export function knownBounds({ minVersion, maxVersion }: VersionBounds): VersionBounds {
  const isVersion = (text: string | undefined) => text !== undefined && parseVersion(text) !== undefined;
  return {
    ...(isVersion(minVersion) ? { minVersion: minVersion! } : {}),
    ...(isVersion(maxVersion) ? { maxVersion: maxVersion! } : {}),
  };
}

/** Where bounds come from prose, not from a field or a title. */
interface OfProse {
  readonly versionsOfProse?: true;
}

/** Whether prose says the microversions of a row: that of its operation, or that of its definition. */
export function isBoundByProse({
  definition,
  versionsOfProse,
}: OfProse & { readonly definition?: OfProse | undefined }): boolean {
  return (versionsOfProse ?? definition?.versionsOfProse) === true;
}

/**
 * The microversions at which a row holds: both those of its table and those of its definition, of which the last to begin
 * and the first to end count.
 */
export function rowVersions({
  definition,
  ...table
}: VersionBounds & { readonly definition?: VersionBounds | undefined }): VersionBounds {
  const mins = [table.minVersion, definition?.minVersion].filter((one) => one !== undefined);
  const maxes = [table.maxVersion, definition?.maxVersion].filter((one) => one !== undefined);
  const minVersion = mins.sort(compareVersions).at(-1);
  const maxVersion = maxes.sort(compareVersions)[0];
  return {
    ...(minVersion === undefined ? {} : { minVersion }),
    ...(maxVersion === undefined ? {} : { maxVersion }),
  };
}

/** The microversions at which an operation may be called: of those of its major version, the URL takes none before the first. */
export function versionsOfOperation(
  operation: VersionBounds & { readonly target: { readonly path: string } },
): VersionBounds {
  const { minVersion, maxVersion, target } = operation;
  const [, major, minor = "0"] = /^\/v(\d+)(?:\.(\d+))?(?=\/|$)/i.exec(target.path) ?? [];
  const first = minVersion ?? (major === undefined ? undefined : `${major}.${minor}`);
  return {
    ...(first === undefined ? {} : { minVersion: first }),
    ...(maxVersion === undefined ? {} : { maxVersion }),
  };
}

/** Whether something holds at all microversions at which something else does. */
export function holdsThroughout(bounds: VersionBounds, within: VersionBounds): boolean {
  const { minVersion: min, maxVersion: max } = bounds;
  const isBegun =
    min === undefined || (within.minVersion !== undefined && compareVersions(min, within.minVersion) <= 0);
  const isLeft =
    max === undefined || (within.maxVersion !== undefined && compareVersions(max, within.maxVersion) >= 0);
  return isBegun && isLeft;
}

/**
 * The microversions from the first to the last at which one of several things holds; open where one of them is.
 */
export function unitedVersions(bounds: readonly VersionBounds[]): VersionBounds {
  const mins = bounds.flatMap(({ minVersion }) => minVersion ?? []).sort(compareVersions);
  const maxes = bounds.flatMap(({ maxVersion }) => maxVersion ?? []).sort(compareVersions);
  return {
    ...(mins.length === 0 || mins.length < bounds.length ? {} : { minVersion: mins[0]! }),
    ...(maxes.length === 0 || maxes.length < bounds.length ? {} : { maxVersion: maxes.at(-1)! }),
  };
}

/** Major and minor number of a microversion: `2.11` or `v2.11`; undefined for anything else. */
export function parseVersion(text: string): readonly [major: number, minor: number] | undefined {
  const match = /^\s*v?(\d{1,6})\.(\d{1,6})\s*$/i.exec(text);
  return match === null ? undefined : [Number(match[1]), Number(match[2])];
}

/** Orders microversions by their numbers (`2.9` before `2.11`); what is no microversion comes before all that are. */
export function compareVersions(a: string, b: string): number {
  const [majorA, minorA] = parseVersion(a) ?? [-1, -1];
  const [majorB, minorB] = parseVersion(b) ?? [-1, -1];
  return majorA - majorB || minorA - minorB;
}

/** Whether a range includes a microversion. An end that is no microversion is taken as open. */
export function holdsAt(range: VersionRange, version: string): boolean {
  const { min, max } = range;
  if (min !== undefined && parseVersion(min) !== undefined && compareVersions(version, min) < 0) return false;
  return max === undefined || parseVersion(max) === undefined || compareVersions(version, max) <= 0;
}

/**
 * The microversions that a title or label speaks of: `Response (microversions 2.1 - 2.87)`, `201 (microversions
 * 1.20 - )`, `(since API v2.31)`, `3.55 or later`, `versions 2.5 to 2.14`, `before 2.16` (its maximum is 2.15),
 * `(v2.75)` (a sample as of that version). Undefined where it names none, or only when it was deprecated.
 */
export function versionRangeIn(text: string): VersionRange | undefined {
  if (!/\d\.\d/.test(text)) return undefined;
  let rest = text.replace(/[`*]+/g, "").replace(/\s+/g, " ").trim();
  let min: string | undefined;
  let max: string | undefined;
  for (const [form, range] of FORMS)
    rest = rest.replace(form, (_, version: string, second: string) => {
      const found = range(version, second);
      min ??= found.min;
      max ??= found.max;
      // What one form has read, such as `until` with its version, is not for those below.
      return ";";
    });
  if (min !== undefined && max !== undefined && compareVersions(min, max) > 0) return undefined;
  if (min === undefined && max === undefined) return undefined;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

type Bounds = { readonly min?: string | undefined; readonly max?: string | undefined };

/** A version that is no part of a path (`/v2.0/`), a file name or a longer number. */
const VERSION = String.raw`(?<![\w./])v?(\d{1,4}\.\d{1,4})(?![\w/]|\.\d)`;
/** What may stand between a preposition and its version: ` the Image API version `. */
const WORDS = "(?: [a-z]+){0,5}:? ";

/** The forms in the order in which they are looked for. */
const FORMS: readonly (readonly [RegExp, (version: string, second: string) => Bounds])[] = [
  [form(`${VERSION} ?(?:-|–|to|through|until) ?${VERSION}`), (min, max) => ({ min, max })],
  [form(`${VERSION} ?[-–](?= ?(?:$|[),;]))`), (min) => ({ min })],
  [form(`(?:^|\\() ?(?:(?:micro)?versions? )?[-–] ?${VERSION}`), (max) => ({ max })],
  [
    form(`${VERSION}(?:\\+|,? (?:or|and) (?:later|greater|newer|higher|above|beyond|up|onwards?)\\b)`),
    (min) => ({ min }),
  ],
  [
    form(`${VERSION},? (?:or|and) (?:earlier|lower|older|below|prior|previous|before)\\b`),
    (max) => ({ max }),
  ],
  [form(`\\b(?:later|greater|higher|newer) than or equal to ${VERSION}`), (min) => ({ min })],
  [form(`\\b(?:last|max(?:imum)?)${WORDS}${VERSION}`), (max) => ({ max })],
  [form(`>= ?${VERSION}`), (min) => ({ min })],
  [form(`<= ?${VERSION}`), (max) => ({ max })],
  [form(`> ?${VERSION}`), (version) => ({ min: neighbour(version, 1) })],
  [form(`< ?${VERSION}`), (version) => ({ max: neighbour(version, -1) })],
  [form(`\\bdeprecated${WORDS}${VERSION}`), () => ({})],
  [form(`\\b(?:before|prior to|removed)${WORDS}${VERSION}`), (version) => ({ max: neighbour(version, -1) })],
  [form(`\\b(?:until|up to|through)${WORDS}${VERSION}`), (max) => ({ max })],
  [
    form(
      `\\b(?:since|starting|beginning|from|new|added|introduced|available|as of|requires?)${WORDS}${VERSION}`,
    ),
    (min) => ({ min }),
  ],
  [form(`(?:^|\\() ?(?:(?:micro)?version |API )?${VERSION} ?(?:$|\\))`), (min) => ({ min })],
];

function form(pattern: string): RegExp {
  return new RegExp(pattern, "gi");
}

/** The version before a microversion; undefined before `2.0`, and for what is no microversion. */
export function versionBefore(version: string): string | undefined {
  return parseVersion(version) === undefined ? undefined : neighbour(version, -1);
}

/** The version one minor number further on or back; undefined before `2.0`. */
function neighbour(version: string, step: 1 | -1): string | undefined {
  const [major, minor] = parseVersion(version)!;
  return minor + step < 0 ? undefined : `${major}.${minor + step}`;
}
