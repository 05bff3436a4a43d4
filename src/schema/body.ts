import type { ParameterRow } from "../apiref/model.ts";
import { holdsThroughout, rowVersions, type VersionBounds } from "../apiref/versions.ts";
import type { Json } from "../data/json-value.ts";
import { placeInShape } from "./place-rows.ts";
import type { Claims, PlaceOrigin } from "./placement.ts";
import type { Shape } from "./shape.ts";
import { isAbsentAtTimes } from "./told-absence.ts";
import { eitherType, type JsonType, parseType, type TypeExpression } from "./types.ts";

/** What is known of one body: the request or the response of one documented operation. */
export interface BodyInput {
  /** The `in: body` rows in reading order. */
  readonly rows: readonly ParameterRow[];
  /** The JSON samples of this body. */
  readonly samples: readonly Json[];
  /** JSON samples of other operations on the same resource, the nearest first: they may show the place of a row. */
  readonly siblings: readonly Json[];
  /** The path of the operation; `/volumes` names what an envelope is called. */
  readonly path: string;
  /** The microversions of the operation; what holds at all of them may be required. */
  readonly versions?: VersionBounds;
}

/** One place of a body: a property, the items of a list, the values of a map, or the body itself. */
export interface BodyNode {
  /** The property's name; empty for the body, items and values. */
  readonly name: string;
  /** The rows that document it, in reading order; several where tables describe variants. */
  readonly rows: readonly ParameterRow[];
  /** How the place was found; undefined where no row documents it. */
  readonly origin: PlaceOrigin | undefined;
  /** What the rows' types say; undefined where there is no row or no known type. */
  readonly type: TypeExpression | undefined;
  /** The type is what its description and all samples say, and not what its definition does. */
  readonly disputed?: true;
  /** The types that the samples of this body show here; empty where none shows it. */
  readonly shown: ReadonlySet<JsonType>;
  /** The strings and numbers that the samples show; undefined where they are too many. */
  readonly scalars: ReadonlySet<string | number> | undefined;
  readonly required: boolean;
  /** Only samples know it, and nothing below it is documented. */
  readonly undocumented: boolean;
  readonly properties: ReadonlyMap<string, BodyNode>;
  readonly items?: BodyNode;
  /** What stands under names that are data (`additionalProperties`). */
  readonly values?: BodyNode;
}

/** Whether neither a sample nor the name of its row says that a property stands where it was put. */
export function isGuessed({ origin }: BodyNode): boolean {
  return origin !== "sample" && origin !== "dotted";
}

/**
 * Puts the flat rows of a body where they belong: a dotted name is a path, a row in a sample sits where the sample
 * has it, other rows sit where samples of sibling operations or their neighbours say. Gives the body as a tree with
 * everything that rows and samples know.
 */
export function placeRows(input: BodyInput): BodyNode {
  const { root, claims } = placeInShape(input);
  const body = nodeOf(root, claims, input.versions ?? {});
  const properties = [...body.properties].map(([name, property]): [string, BodyNode] => {
    const isShownAlways = root.seen > 0 && root.properties.get(name)!.seen === root.seen;
    return [name, isShownAlways && holdsRequired(property) ? { ...property, required: true } : property];
  });
  return { ...body, properties: new Map(properties) };
}

/** Whether a place is an envelope that no row names, with something in it that is required: without it, that is missing. */
export function holdsRequired({ rows, properties, items }: BodyNode): boolean {
  const inside = items?.properties ?? properties;
  return rows.length === 0 && [...inside.values()].some(({ required }) => required);
}

function nodeOf(shape: Shape, claims: Claims, versions: VersionBounds): BodyNode {
  const claim = claims.get(shape);
  const rows = claim?.rows ?? [];
  const properties = new Map<string, BodyNode>();
  for (const [name, property] of shape.properties) properties.set(name, nodeOf(property, claims, versions));
  const items = shape.items === undefined ? undefined : nodeOf(shape.items, claims, versions);
  const values = shape.values === undefined ? undefined : nodeOf(shape.values, claims, versions);
  const inside = [
    ...properties.values(),
    ...(items === undefined ? [] : [items]),
    ...(values === undefined ? [] : [values]),
  ];
  return {
    name: shape.name,
    rows,
    origin: claim?.origin,
    type: typeOfRows(rows),
    shown: shape.types,
    scalars: shape.scalars,
    required: rows.length > 0 && rows.every((row) => isRequired(row, versions)),
    undocumented: rows.length === 0 && inside.every((node) => node.undocumented),
    properties,
    ...(items === undefined ? {} : { items }),
    ...(values === undefined ? {} : { values }),
  };
}

/**
 * A row that holds for some microversions of its operation only is required in no document of all of them, nor is one whose
 * definition speaks of the URL: there it is required, and in the body a sample shows it. What a row of another operation says
 * of its own request it need not say of this one.
 */
export function isRequired(row: ParameterRow, versions: VersionBounds): boolean {
  if (row.inside !== undefined) return false;
  const { in: where, required } = row.definition ?? {};
  return (
    required === true &&
    where === "body" &&
    !isAbsentAtTimes(row) &&
    holdsThroughout(rowVersions(row), versions)
  );
}

/** The types of all rows of one place; no constraint where one of them has none. */
export function typeOfRows(rows: readonly ParameterRow[]): TypeExpression | undefined {
  let united: TypeExpression | undefined;
  for (const row of rows) {
    const text = row.definition?.type;
    const type = text === undefined ? undefined : parseType(text);
    if (type === undefined) {
      if (row.definition !== undefined) return undefined;
      continue;
    }
    united = united === undefined ? type : eitherType(united, type);
  }
  return united;
}
