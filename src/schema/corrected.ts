import type { Operation, ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { BodyNode } from "./body.ts";
import { accepts, type JsonType } from "./types.ts";

/** Slips of tables and samples about which there is no doubt. */
export interface Corrections {
  /** How the samples call what a row names otherwise. */
  readonly names: ReadonlyMap<ParameterRow, string>;
  /** The same where it may be the samples that are wrong: both names stand for one thing. */
  readonly alike: ReadonlyMap<ParameterRow, string>;
  /** The properties that single samples misspell, as paths such as `lamp.colro`, by the operation that shows them. */
  readonly misspelt: ReadonlyMap<Operation, ReadonlySet<string>>;
  /** The types of definitions whose `type` is wrong by their own descriptions. */
  readonly types: ReadonlyMap<Definition, JsonType>;
}

/**
 * A body as it was meant: a property that a row and the samples call differently is one, that of the samples, with what the
 * row says of it, or two with the same inside where either may be the slip; what only a slip of a sample names is no property; and a type that is wrong is that of the description.
 *
 * @param misspelt the paths of the properties that samples misspell
 * @param path that of the node
 */
export function corrected(
  node: BodyNode,
  corrections: Pick<Corrections, "names" | "alike" | "types">,
  misspelt: ReadonlySet<string> = new Set(),
  path = "",
): BodyNode {
  const at = (name: string) => (path === "" ? name : `${path}.${name}`);
  const inner = (child: BodyNode, inside: string) => corrected(child, corrections, misspelt, inside);
  const properties = new Map<string, BodyNode>();
  const renamed = new Map<string, BodyNode>();
  for (const property of node.properties.values()) {
    const name = shownName(property, corrections.names);
    if (name !== undefined && node.properties.get(name)?.rows.length === 0) renamed.set(name, property);
  }
  const gone = new Set(renamed.values());
  for (const [name, property] of node.properties) {
    if (gone.has(property) || (property.undocumented && misspelt.has(at(name)))) continue;
    const meant = renamed.get(name);
    const twin = node.properties.get(shownName(property, corrections.alike) ?? "");
    const whole = meant === undefined ? insideOf(property, twin) : asOne(property, meant);
    properties.set(name, inner(whole, at(name)));
  }
  const type = correctType(node, corrections.types);
  const { items, values, ...place } = node;
  return {
    ...place,
    ...(type === undefined ? {} : { type: { types: [type] }, disputed: true }),
    properties,
    ...(items === undefined ? {} : { items: inner(items, path) }),
    ...(values === undefined ? {} : { values: inner(values, at("<key>")) }),
  };
}

/** The name that samples have for what no sample shows under that of its rows. */
function shownName({ rows, shown }: BodyNode, names: Corrections["names"]): string | undefined {
  const [first, ...others] = new Set(rows.map((row) => names.get(row)));
  return shown.size === 0 && others.length === 0 ? first : undefined;
}

/** What samples show under one name and rows describe under another, which may be the definition of a list of it. */
function asOne(shown: BodyNode, described: BodyNode): BodyNode {
  const types = described.type?.types ?? [];
  const isOther = ![...shown.shown].every((one) => accepts(types, one));
  const items = shown.items ?? described.items;
  const values = shown.values ?? described.values;
  return {
    ...shown,
    rows: described.rows,
    origin: "sample",
    ...(isOther ? { type: { types: [...shown.shown] }, disputed: true } : { type: described.type }),
    required: described.required || shown.required,
    undocumented: false,
    properties: new Map([...described.properties, ...shown.properties]),
    ...(items === undefined ? {} : { items }),
    ...(values === undefined ? {} : { values }),
  };
}

/** What a row describes, with the inside that samples show under the other name. */
function insideOf(property: BodyNode, twin: BodyNode | undefined): BodyNode {
  const isEmpty =
    property.properties.size === 0 && property.items === undefined && property.values === undefined;
  if (twin === undefined || !isEmpty) return property;
  const { properties, items, values } = twin;
  return {
    ...property,
    properties,
    ...(items === undefined ? {} : { items }),
    ...(values === undefined ? {} : { values }),
  };
}

function correctType({ rows, type }: BodyNode, types: Corrections["types"]): JsonType | undefined {
  const [first, ...others] = new Set(rows.map(({ definition }) => definition && types.get(definition)));
  return first === undefined || others.length > 0 || type?.types.includes(first) ? undefined : first;
}
