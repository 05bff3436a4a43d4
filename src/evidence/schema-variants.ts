import type { VersionRange } from "../apiref/versions.ts";
import { compareVersions, parseVersion } from "../apiref/versions.ts";
import { isJsonObject, type Json } from "../data/json-value.ts";
import { inside, type Located, listInside, type References } from "./references.ts";

/** A schema with the microversions and the action of which it speaks. */
export interface Variant {
  readonly schema: Located;
  readonly versions: VersionRange;
  readonly action?: string;
}

/** Branches lie in branches of actions, and these in references. */
const DEEPEST = 6;

/**
 * The schemas of which one holds: one for each microversion and action. Documents made from code mark the branches with
 * `x-openstack: { min-ver, max-ver, action-name }`; where they do not, the one key of a branch names its action.
 *
 * @param isAction whether the path is one of actions, so that branches of one key each are actions
 */
export function variantsOf(
  references: References,
  { schema, versions, action }: Variant,
  isAction: boolean,
  depth = 0,
): Variant[] {
  const marks = marksOf(schema.value["x-openstack"]);
  const narrowed = narrow(versions, marks);
  const named = marks.action ?? action;
  const own: Variant = { schema, versions: narrowed, ...(named === undefined ? {} : { action: named }) };
  const branches = ["oneOf", "anyOf"].flatMap((key) => listInside(references, schema, key));
  if (depth >= DEEPEST || branches.length === 0) return [own];
  const ofBranches = branches.map((branch) => marksOf(branch.value["x-openstack"]));
  const isMarked =
    marks.discriminator === "microversion" ||
    ofBranches.some((one) => one.min !== undefined || one.max !== undefined || one.action !== undefined);
  const keys = branches.map(onlyKey);
  const isByKey =
    named === undefined &&
    (marks.discriminator === "action" || (isAction && keys.every((key) => key !== undefined)));
  if (!isMarked && !isByKey) return [own];
  return branches.flatMap((branch, index) => {
    const key = isByKey
      ? (ofBranches[index]!.action ?? keys[index] ?? actionBelow(references, branch))
      : named;
    return variantsOf(
      references,
      { schema: branch, versions: narrowed, ...(key === undefined ? {} : { action: key }) },
      isAction,
      depth + 1,
    );
  });
}

/** `x-openstack` of an object of a document. */
export function marksOf(value: Json | undefined): {
  readonly min?: string;
  readonly max?: string;
  readonly action?: string;
  readonly discriminator?: string;
} {
  if (!isJsonObject(value)) return {};
  const text = (key: string) => (typeof value[key] === "string" ? (value[key] as string) : undefined);
  const [min, max, action, discriminator] = ["min-ver", "max-ver", "action-name", "discriminator"].map(text);
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(action === undefined ? {} : { action }),
    ...(discriminator === undefined ? {} : { discriminator }),
  };
}

/** The microversions of both ranges. */
export function narrow(outer: VersionRange, inner: VersionRange): VersionRange {
  const min = further(outer.min, inner.min, 1);
  const max = further(outer.max, inner.max, -1);
  // Generators that copy the marks of one version to the next leave ends behind that lie before the beginning.
  if (min !== undefined && max !== undefined && compareVersions(max, min) < 0) return { min };
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function further(a: string | undefined, b: string | undefined, sign: 1 | -1): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (parseVersion(b) === undefined) return a;
  return sign * compareVersions(a, b) >= 0 ? a : b;
}

function onlyKey({ value }: Located): string | undefined {
  const names = isJsonObject(value.properties) ? Object.keys(value.properties) : [];
  return names.length === 1 ? names[0] : undefined;
}

/** The one key that the branches of a branch have in common. */
function actionBelow(references: References, branch: Located): string | undefined {
  const below = ["oneOf", "anyOf"].flatMap((key) => listInside(references, branch, key));
  const keys = new Set(below.map(onlyKey));
  const [key] = keys;
  return keys.size === 1 ? key : undefined;
}

/** The schema of the JSON among the contents of a request or response. */
export function jsonSchema(references: References, message: Located): Located | undefined {
  const contents = inside(references, message, "content");
  if (contents === undefined) return undefined;
  const type = Object.keys(contents.value).find((name) => /^application\/(?:[\w.+-]+\+)?json\b/i.test(name));
  const media = type === undefined ? undefined : inside(references, contents, type);
  return media && inside(references, media, "schema");
}
