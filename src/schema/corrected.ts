import type { Operation, ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { BodyNode } from "./body.ts";
import type { JsonType } from "./types.ts";

/** Slips of tables and samples about which there is no doubt. */
export interface Corrections {
  /** How the samples call what a row names otherwise: one of them is wrong, and both names stand for one thing. */
  readonly alike: ReadonlyMap<ParameterRow, string>;
  /** The properties that single samples misspell, as paths such as `lamp.colro`, by the operation that shows them. */
  readonly misspelt: ReadonlyMap<Operation, ReadonlySet<string>>;
  /** The types of definitions whose `type` is wrong by their own descriptions. */
  readonly types: ReadonlyMap<Definition, JsonType>;
}

/**
 * A body as it was meant: a property that a row and the samples call differently has the same inside under both names, for either
 * may be the slip, and readers see the row's (an envelope has it where the samples do); what only a slip of a sample names is no property; and a type that is wrong is
 * that of the description.
 *
 * @param misspelt the paths of the properties that samples misspell
 * @param path that of the node
 */
export function corrected(
  node: BodyNode,
  corrections: Pick<Corrections, "alike" | "types">,
  misspelt: ReadonlySet<string> = new Set(),
  path = "",
): BodyNode {
  const at = (name: string) => (path === "" ? name : `${path}.${name}`);
  const inner = (child: BodyNode, inside: string) => corrected(child, corrections, misspelt, inside);
  const properties = new Map<string, BodyNode>();
  for (const [name, property] of node.properties) {
    if (property.undocumented && misspelt.has(at(name))) continue;
    const twin = node.properties.get(shownName(property, corrections.alike) ?? "");
    // A second envelope with all that the body has would have readers think of two.
    const isEnvelope = path === "" && twin !== undefined && twin.properties.size > 0;
    properties.set(name, inner(isEnvelope ? property : insideOf(property, twin), at(name)));
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
function shownName({ rows, shown }: BodyNode, names: Corrections["alike"]): string | undefined {
  const [first, ...others] = new Set(rows.map((row) => names.get(row)));
  return shown.size === 0 && others.length === 0 ? first : undefined;
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
