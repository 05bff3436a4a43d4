import type { Operation } from "../apiref/model.ts";
import { remembered } from "../text/remembered.ts";

/** A path taken apart at what says only where an API is mounted. */
export interface MountedPath {
  /** `v2` and `v2.1` are both 2; undefined where the path names no version. */
  readonly major: number | undefined;
  /** Whether it names a version, perhaps as a variable. */
  readonly hasVersion: boolean;
  /** What may be the path below mount point, version and project, what explains most first. */
  readonly ways: readonly (readonly string[])[];
}

const VERSION = /^v(\d+)(?:\.\d+)*$/i;
const VERSION_VARIABLE = /^\{(?:api_?)?version\}$/i;
const PROJECT_VARIABLE = /^\{(?:admin_?)?(?:project|tenant)_?id\}$/i;
/** What identifies a project in a URL: 32 hexadecimal digits, a UUID, a number of an account. */
const PROJECT = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|AUTH_.+|\d{6,})$/i;
/** A service is mounted no deeper: `/identity`, `/api/compute`. */
const DEEPEST_MOUNT = 3;

/**
 * Takes apart a template of an api-ref or of a document, or the path of a URL: `/volume/v3/{project_id}/volumes` →
 * major 3, `volumes`.
 */
export function mountedPath(path: string): MountedPath {
  const segments = segmentsOf(path);
  const at = segments
    .slice(0, DEEPEST_MOUNT)
    .findIndex((segment) => VERSION.test(segment) || VERSION_VARIABLE.test(segment));
  const isMounted = at >= 0 && segments.slice(0, at).every((segment) => !segment.includes("{"));
  if (!isMounted) return { major: undefined, hasVersion: false, ways: withoutProject(segments) };
  const major = VERSION.exec(segments[at]!)?.[1];
  return {
    major: major === undefined ? undefined : Number(major),
    hasVersion: true,
    ways: withoutProject(segments.slice(at + 1)),
  };
}

/** The path of a documented operation, taken apart. */
export const mountOf = remembered(({ target }: Operation): MountedPath => mountedPath(target.path));

/** The path below mount point, version and project. */
export function barePath({ ways }: MountedPath): readonly string[] {
  return ways.at(-1)!;
}

/** The first segment of a bare path that is no variable: what a collection is called. Empty where there is none. */
export function collectionOf(mounted: MountedPath): string {
  return barePath(mounted).find((segment) => !segment.includes("{")) ?? "";
}

/** Whether two paths name versions, and not the same. */
export function isOfOtherVersion(a: MountedPath, b: MountedPath): boolean {
  return a.major !== undefined && b.major !== undefined && a.major !== b.major;
}

/** The parts of a path. */
export function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function withoutProject(segments: string[]): string[][] {
  const [first] = segments;
  if (first === undefined || !(PROJECT_VARIABLE.test(first) || PROJECT.test(first))) return [segments];
  return [segments, segments.slice(1)];
}

/** Whether a segment is that of a template, or what its variable stands for. */
export function isAlike(segment: string, template: string | undefined): boolean {
  return segment === template || template?.includes("{") === true;
}

/** How well a path fits a template, literal segments counting most; undefined where it does not. */
export function likeness(path: readonly string[], template: readonly string[]): number | undefined {
  if (path.length !== template.length) return undefined;
  let score = 0;
  for (const [index, wanted] of template.entries()) {
    const segment = path[index]!;
    if (segment === wanted) score += 3;
    else if (!wanted.includes("{")) return undefined;
    else if (segment.includes("{")) score += 2;
    else if (fits(segment, wanted)) score += 1;
    else return undefined;
  }
  return score;
}

/** Whether a segment has the literal parts of `{region}:{id}`. */
function fits(segment: string, template: string): boolean {
  if (/^\{[^{}]*\}$/.test(template)) return true;
  let at = 0;
  for (const piece of template.split(/\{[^{}]*\}/)) {
    const found = segment.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return true;
}

/** What looks as if it named one thing among many, or nobody should read: a number, a UUID, a long or odd word. */
const IDENTIFIER = /^(?:\d+|[0-9a-f-]{8,}|.{33,}|.*[^A-Za-z0-9_.-].*|(?=.*\d.*\d)[A-Za-z0-9_-]{12,})$/i;

/** The path of a URL as reports name it: identifiers as variables. */
export function shownPath(path: string): string {
  return path
    .split("/")
    .map((segment, index, all) => {
      if (segment === "" || VERSION.test(segment)) return segment;
      if (PROJECT.test(segment) && VERSION.test(all[index - 1] ?? "")) return "{project_id}";
      return !segment.includes("{") && IDENTIFIER.test(segment) ? "{id}" : segment;
    })
    .join("/");
}

/**
 * A path as an api-ref would write it: below the beginning that a documented one has, with its variables as far as both go
 * together.
 *
 * @param isNamed whether a segment may be what a variable stands for
 */
export function pathLike(
  path: string,
  operation: Operation | undefined,
  isNamed: (segment: string) => boolean = () => true,
): string {
  if (operation === undefined) return path;
  const own = mountOf(operation);
  const asked = mountedPath(path);
  if (isOfOtherVersion(own, asked)) return path;
  const template = barePath(own);
  const whole = segmentsOf(operation.target.path);
  const mount = whole.slice(0, whole.length - template.length);
  const segments = [...barePath(asked)];
  for (let at = 0; at < segments.length; at++) {
    const wanted = template[at];
    const segment = segments[at]!;
    if (segment === wanted) continue;
    if (wanted?.includes("{") !== true || !isNamed(segment)) break;
    segments[at] = wanted;
  }
  const hasVersion = mount.some((one) => VERSION.test(one) || VERSION_VARIABLE.test(one));
  // of an operation that stands outside of versions nothing is learnt of where the others are
  return mount.length === 0 && asked.hasVersion && !hasVersion && template.length === 0
    ? path
    : `/${[...mount, ...segments].join("/")}`;
}
