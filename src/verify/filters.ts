import type { Operation } from "../apiref/model.ts";
import type { SeenNode } from "../evidence/seen.ts";
import { plainWord } from "../schema/placement.ts";
import type { Matched } from "./match.ts";

/**
 * Whether a document may have made a query parameter up: it filters a list by what no object of the list has. Generators
 * copy such parameters from one list to the next, or name whatever a table of the database has; the code refuses them.
 */
export type IsDoubtfulFilter = (operations: readonly Operation[], name: string) => boolean;

/** Parameters that choose the page, its order, or how much of the objects is shown, and ask of no attribute. */
const OF_THE_PAGE =
  /^(?:limit|marker|offset|start|count|page.*|per_page|sort.*|order.*|dir|fields?|view|details?|deleted|force|(?:all|changes|exclude|include|is|not|only|show|with|without)[-_].*|.*[-_](?:any|before|since|after))$/i;

/** What a response shows of the objects of a list. */
interface Shown {
  /** Attributes that hold one value, by which a list can be filtered. */
  readonly values: Set<string>;
  /** Words of all attributes, for `widget_id` of what has `widgets`. */
  readonly words: Set<string>;
  isList: boolean;
}

/** What the lists of a document can be filtered by, as far as its responses and the tables tell. */
export function doubtfulFilters(
  { evidence, kind }: Matched,
  documented: Iterable<Operation>,
): IsDoubtfulFilter {
  if (kind !== "document") return () => false;
  const shown = new Map<Operation, Shown>();
  const asked = new Set<string>();
  for (const { rows } of documented)
    for (const { name, side, definition } of rows)
      if (side === "request" && definition?.in === "query") asked.add(name);
  for (const { operations, bodies } of evidence)
    for (const operation of operations) {
      if (bodies.response === undefined) continue;
      const own = shown.get(operation) ?? tableOf(operation);
      shown.set(operation, own);
      note(own, bodies.response, 0);
    }
  return (operations, name) =>
    !OF_THE_PAGE.test(name) &&
    // that another table has it as a query parameter says that such a thing is asked for
    !asked.has(name) &&
    operations.every((operation) => {
      const own = shown.get(operation);
      if (own?.isList !== true || operation.method.toUpperCase() !== "GET") return false;
      return !own.values.has(name) && !isOfHolder(name, own);
    });
}

function tableOf({ rows }: Operation): Shown {
  const own = rows.filter(({ side }) => side === "response");
  return {
    values: new Set(
      own
        .filter(({ definition }) => !/^(?:object|array|list|dict)/i.test(definition?.type ?? ""))
        .map(({ name }) => name),
    ),
    words: new Set(own.map(({ name }) => wordOf(name))),
    isList: false,
  };
}

/** Attributes of attributes are no attributes of the object. */
const DEEPEST_OF_A_LIST = 1;

function note(shown: Shown, { properties, items }: SeenNode, depth: number): void {
  if (depth > DEEPEST_OF_A_LIST) return;
  for (const [name, property] of properties) {
    shown.words.add(wordOf(name));
    if (property.items === undefined && property.properties.size === 0) shown.values.add(name);
    else {
      shown.isList ||= depth === 0 && property.items !== undefined;
      note(shown, property, depth + 1);
    }
  }
  if (items !== undefined) note(shown, items, depth);
}

/** `lamp_id` where the objects name their `lamps`, written alike. */
function isOfHolder(name: string, { words }: Shown): boolean {
  return /_?id$/i.test(name) && words.has(wordOf(name.replace(/_?id$/i, "")));
}

function wordOf(name: string): string {
  return name.split("_").map(plainWord).join("_");
}
