import { isJsonObject, type JsonObject } from "../data/json-value.ts";
import { singularWords, wordsInName } from "../text/words.ts";
import type { Group } from "./groups.ts";
import { nounOf } from "./names.ts";
import { nounsOfPath, subjectsOfPath } from "./nouns.ts";
import { propertyNames } from "./response-body.ts";
import { isUndocumented } from "./unite.ts";

/** What one table says of an object or a property. */
interface Told {
  readonly schema: JsonObject;
  /** It is the table of an operation of the resource itself. */
  readonly isHome: boolean;
  /** What its operation is about: `share`, `access rule`. */
  readonly subjects: readonly string[];
}

/**
 * Leaves the component of a resource the texts that hold in all responses. Operations of the resource itself are heard
 * first. Where none of them tells of a property, as of links, which have no operations of their own, a text that names what
 * only some of the operations are about ("The link to the lamp") is theirs alone and stands beside their references.
 *
 * @param core changed in place
 */
export function settleWords(core: JsonObject, group: Group): void {
  const noun = nounOf(group);
  const itself = wordsInName(noun);
  const told = group.members.map(({ schema, body, within }): Told => {
    const { path } = body.operation.target;
    const subjects = subjectsOfPath(path).filter((subject) => !subject.endsWith(itself));
    return {
      schema,
      isHome: nounsOfPath(path).some((one) => one.endsWith(noun)),
      subjects: within === undefined ? subjects : [...subjects, wordsInName(within)],
    };
  });
  settleInside(core, told);
}

function settleInside(core: JsonObject, told: readonly Told[]): void {
  for (const name of propertyNames(core)) {
    const properties = core.properties as JsonObject;
    const inside = told.flatMap((one) => {
      const property = isJsonObject(one.schema.properties) ? one.schema.properties[name] : undefined;
      return isJsonObject(property) ? [{ ...one, schema: property }] : [];
    });
    let property = properties[name] as JsonObject;
    // What a single table says is not changed for that table.
    if (inside.some(({ schema }) => schema === property)) properties[name] = property = { ...property };
    const text = textFor(inside, textOf(property));
    if (text === undefined) delete property.description;
    else property.description = text;
    settleInside(property, inside);
    if (!isJsonObject(property.items)) continue;
    const items = inside.flatMap((one) =>
      isJsonObject(one.schema.items) ? [{ ...one, schema: one.schema.items }] : [],
    );
    settleInside(property.items, items);
  }
}

/** The text that most of the tables give whose texts hold for all; of equals the one that was chosen before, else the longest. */
function textFor(told: readonly Told[], chosen: string): string | undefined {
  const telling = told.filter(({ schema }) => textOf(schema) !== "" && !isUndocumented(schema));
  const home = telling.filter(({ isHome }) => isHome);
  const heard = home.length > 0 ? home : telling.filter((one) => !isOfSome(one, told));
  const counts = new Map<string, number>();
  for (const { schema } of heard) counts.set(textOf(schema), (counts.get(textOf(schema)) ?? 0) + 1);
  const rank = (text: string) => (text === chosen ? Number.POSITIVE_INFINITY : text.length);
  return [...counts].sort(([a, one], [b, other]) => other - one || rank(b) - rank(a))[0]?.[0];
}

/** Whether a text names what its own operation is about, and another that has the property is not. */
function isOfSome({ schema, subjects }: Told, told: readonly Told[]): boolean {
  const text = singularWords(textOf(schema)).join(" ");
  return subjects.some(
    (subject) =>
      holdsWords(text, subject) &&
      told.some((other) => !other.subjects.some((one) => holdsWords(one, subject))),
  );
}

function holdsWords(text: string, words: string): boolean {
  return ` ${text} `.includes(` ${words} `);
}

function textOf({ description }: JsonObject): string {
  return typeof description === "string" ? description : "";
}
