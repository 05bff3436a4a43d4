import type { Operation, ParameterRow, Side } from "../apiref/model.ts";
import { type PlacedBodies, resourceOf } from "../bodies/placed-bodies.ts";
import type { BodyNode } from "../schema/body.ts";
import { plainWord } from "../schema/placement.ts";
import { accepts, type JsonType, parseType } from "../schema/types.ts";
import { once } from "../text/once.ts";
import { barePath, mountOf } from "./paths.ts";
import { plainName } from "./plain-name.ts";

/** What the tables of an api-ref name, asked for what one of them lacks. */
export interface Tables {
  /** Whether a table about the same resource has a row of a name: of a response one of responses, of a request any. */
  ofResource(operation: Operation, side: Side, name: string): boolean;
  /** Whether a table of responses below the same collection has a row of a name, or of its second name, in an object of one kind. */
  ofCollection(operation: Operation, holder: string, name: string): boolean;
  /** Whether any table of responses has a row of a name. */
  anywhere(name: string): boolean;
  /** The definition that is called as a property is, where a new row could look it up. */
  definitionFor(name: string, types: readonly JsonType[], beside: ParameterRow): string | undefined;
}

/** The tables of operations; read when first asked. */
export function tablesOf(placed: PlacedBodies): Tables {
  const known = once(() => {
    const names = new Set<string>();
    for (const [operation, { response }] of placed) {
      for (const { name, side } of operation.rows) {
        names.add(`${resourceOf(operation)} ${side} ${name}`);
        if (side === "response") names.add(`anywhere ${name}`);
      }
      if (response.node !== undefined) note(response.node, "", collectionOf(operation), names);
    }
    return names;
  });
  return {
    ofResource: (operation, side, name) =>
      (side === "request" ? (["request", "response"] as const) : (["response"] as const)).some((one) =>
        known().has(`${resourceOf(operation)} ${one} ${name}`),
      ),
    ofCollection: (operation, holder, name) =>
      known().has(`${collectionOf(operation)} ${plainWord(holder)} ${plainName(name)}`),
    anywhere: (name) => known().has(`anywhere ${name}`),
    definitionFor: (name, types, { file }) => {
      const called = file?.definitions.get(name);
      const own = parseType(called?.type ?? "")?.types;
      if (called?.in !== "body" || own === undefined) return undefined;
      return types.every((type) => type === "null" || accepts(own, type)) ? name : undefined;
    },
  };
}

/** Notes the documented names in a body by the object that holds them. */
function note(node: BodyNode, holder: string, collection: string, names: Set<string>): void {
  for (const [name, property] of node.properties) {
    if (property.rows.length > 0) names.add(`${collection} ${plainWord(holder)} ${plainName(name)}`);
    note(property, name, collection, names);
  }
  for (const inside of [node.items, node.values])
    if (inside !== undefined) note(inside, holder, collection, names);
}

/** The words of a path before its first variable: `/lamps`, `/lamps/detail` and `/lamps/{id}/bulb` have them in common. */
function collectionOf(operation: Operation): string {
  const path = barePath(mountOf(operation));
  const end = path.findIndex((segment) => segment.includes("{"));
  const words = end === -1 ? path : path.slice(0, end);
  return (words.at(-1) === "detail" ? words.slice(0, -1) : words).join("/");
}
