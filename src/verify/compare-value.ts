import type { ParameterRow } from "../apiref/model.ts";
import type { Json } from "../data/json-value.ts";
import type { EvidencePlace } from "../evidence/place.ts";
import type { SeenNode } from "../evidence/seen.ts";
import type { BodyNode } from "../schema/body.ts";
import { choicesOf } from "../schema/json-schema.ts";
import type { JsonType } from "../schema/types.ts";
import { enumeratedNames, enumeration } from "../text/enumeration.ts";
import { nearest } from "../text/similar.ts";
import { spanKey } from "../text/span.ts";
import { compareNull } from "./compare-null.ts";
import { type BodyComparison, pathText, type ValueComparison } from "./comparison.ts";
import type { Fact } from "./facts.ts";
import { common, fieldSpan, kin, placeKey } from "./facts-of-row.ts";
import { WORDS_OF_TYPES } from "./told-in-text.ts";

/** Holds the values of a documented place against its definition; gives whether what is inside can be compared. */
export function compareValue(
  seen: SeenNode,
  node: BodyNode,
  path: readonly string[],
  comparison: BodyComparison,
): boolean {
  const types = node.type?.types ?? [];
  const shown = [...seen.types.keys()].filter((type) => type !== "null");
  const isRefused = (type: JsonType) =>
    types.length > 0 && !types.includes(type) && !isNumberOf(type, types, comparison.kind);
  const refused = shown.filter(isRefused);
  // A schema that allows several types takes more than it is asked to; a value has one.
  const contradicts =
    comparison.kind === "traffic"
      ? refused.length > 0
      : refused.length > 0 &&
        refused.length === shown.length &&
        !(seen.types.has("null") && types.includes("null"));
  if (contradicts && isTold(refused, node, comparison)) return false;
  if (contradicts && !isCoerced(refused, types, seen, comparison)) {
    tellType(seen, node, path, refused, comparison);
    return false;
  }
  if (types.length > 0 && shown.length > 0 && !contradicts)
    comparison.facts.agree(placeKey(node.rows[0]!, "type"), comparison.body.operation);
  compareNull(seen, node, path, comparison);
  compareChoices(seen, node, path, comparison);
  return true;
}

/** Every integer is a number; and a schema that says `number` of what is counted is merely loose. */
function isNumberOf(type: JsonType, types: readonly JsonType[], kind: BodyComparison["kind"]): boolean {
  if (type === "integer") return types.includes("number");
  return type === "number" && kind === "document" && types.includes("integer");
}

/** Clients send `"10"` for 10 and services take it; that the documentation need not tell. */
function isCoerced(
  refused: readonly JsonType[],
  types: readonly JsonType[],
  seen: SeenNode,
  { kind, body }: BodyComparison,
): boolean {
  if (kind !== "traffic" || body.side !== "request") return false;
  const isPlain = (type: JsonType) => type !== "object" && type !== "array" && type !== "null";
  return (
    seen.items === undefined && seen.properties.size === 0 && refused.every(isPlain) && types.some(isPlain)
  );
}

/** Whether the description names both types, or says that other microversions have another: `Since version 2.28 … instead of a string`. */
function isTold(refused: readonly JsonType[], node: BodyNode, { versions, told }: BodyComparison): boolean {
  const { rows, type } = node;
  if (rows.some(({ definition }) => told.eitherType(definition, refused, type?.types ?? []))) return true;
  if (versions.min === undefined && versions.max === undefined) return false;
  return rows.some(({ definition }) => {
    const text = definition?.description ?? "";
    return /\bversions?\W+\d+\.\d+/i.test(text) && refused.every((type) => WORDS_OF_TYPES[type].test(text));
  });
}

function tellType(
  seen: SeenNode,
  node: BodyNode,
  path: readonly string[],
  refused: readonly JsonType[],
  { body, facts, kind, shownBy }: BodyComparison,
): void {
  const row = holderOf(node.rows[0]!, seen, body);
  const types = node.type!.types;
  const documented = row.definition?.type ?? enumeration(types, "or");
  const isShown = types.some((type) => node.shown.has(type)) && !refused.some((type) => node.shown.has(type));
  const isAgreed = refused.every((type) => node.shown.has(type));
  const isCertain = body.side === "response" || seen.isServed || isAgreed;
  const severity = kind === "traffic" && isCertain ? "error" : "warning";
  // what samples of other operations show as documented is defined rightly for these
  if (row.definition !== undefined)
    for (const [one, shown] of shownBy(row.definition))
      if ([...shown].every((type) => type === "null" || types.includes(type)))
        facts.agree(placeKey(row, "type"), one);
  facts.add({
    rule: "verify-type",
    key: `${placeKey(row, "type")} ${refused.join()}`,
    span: fieldSpan(row, "type"),
    says: `\`${pathText(path)}\` is ${enumeration(refused.map(withArticle), "or")} in the ${body.side}, and the definition says \`${documented}\`.`,
    advice: "Correct the type.",
    shared: { key: placeKey(row, "type"), row: row.span },
    severity,
    ...(isShown
      ? {
          against: "A sample shows it as documented, too.",
          ifWeak: { of: "stand-in", name: pathText(path) } as const,
        }
      : {}),
    ...(isAgreed ? { isShown: true } : {}),
    ...common(seen, row, body, kind),
    kin: {
      ...kin(body, path, `${refused.join()} ${documented}`),
      saysOfAll: (_, count) =>
        `\`${path.at(-1)}\` is ${enumeration(refused.map(withArticle), "or")}, and ${count} definitions say \`${documented}\`.`,
      adviceForAll: "Correct the types.",
      here: "this one, too",
    },
    place: seen.types.get(refused[0]!) ?? seen.place,
  });
}

/** Of two rows of one name in a table, where the evidence has an object with a property of its name: the first is the object. */
function holderOf(row: ParameterRow, seen: SeenNode, { operation }: BodyComparison["body"]): ParameterRow {
  const isNested = seen.properties.has(row.name) || seen.items?.properties.has(row.name) === true;
  const first = operation.rows.find(
    ({ side, table, name }) => side === row.side && table === row.table && name === row.name,
  );
  return isNested && first?.definition !== undefined ? first : row;
}

/** Holds the values of a documented place, in a body or in a query, against those that its definition lists. */
export function compareChoices(
  seen: SeenNode,
  node: BodyNode,
  path: readonly string[],
  { body, facts, kind, told }: ValueComparison,
): void {
  const choices = choicesOf(node);
  if (choices === undefined) return;
  const isLoose = seen.scalars === undefined || (kind === "document" && !seen.isChoice);
  // Services take words in any case; what they answer is told by the letter.
  const plain = kind === "traffic" && body.side === "response" ? (word: string) => word : lowerCase;
  const textOf = (value: Json) => plain(String(value));
  const known = new Set(choices.map(textOf));
  const scalars = isLoose ? [] : [...seen.scalars!];
  // what stands in for a service takes any value
  const isMadeUp = kind === "traffic" && body.side === "request" && !seen.isServed;
  // and misspells what is listed and samples show
  const isSlip = (value: Json) =>
    kind === "traffic" &&
    !seen.isServed &&
    node.shown.size > 0 &&
    nearest(textOf(value), known, MOST_SLIPS) !== undefined;
  const strangers = isMadeUp
    ? []
    : scalars.filter(([value]) => value !== null && !known.has(textOf(value)) && !isSlip(value));
  const row = node.rows[0]!;
  const at = row.definition?.fields.has("enum") === true ? "enum" : "description";
  const fact = (says: string, advice: string, place: EvidencePlace, key: string): Fact => ({
    rule: "verify-enum",
    key: `${placeKey(row, "enum")} ${key}`,
    span: fieldSpan(row, at),
    says,
    advice,
    ...(node.shown.size > 0 ? { against: "A sample shows a value that is listed." } : {}),
    ...common(seen, row, body, kind),
    place,
  });
  const listed = `It lists ${enumeration(choices.slice(0, MOST_VALUES).map((choice) => `\`${shownValue(choice)}\``))}.`;
  const where = `of \`${pathText(path)}\` in the ${body.side}`;
  const doubtName = (value: Json) => `${path.at(-1)}: ${shownValue(value)}`;
  const isLimited = kind === "document" && isAsked(row, body) && told.noOthers(row.definition);
  if (isLimited) for (const [value] of strangers) facts.doubt("value", doubtName(value));
  for (const [value, place] of isLimited ? [] : strangers.slice(0, MOST_VALUES)) {
    const says = `\`${shownValue(value)}\` is a value ${where}, and the definition does not list it.`;
    const key = placeKey(row, "enum");
    // schemas of requests keep what the code has refused for long, and those of queries what it passes over
    const isDoubtful =
      kind === "document" &&
      body.side === "request" &&
      (row.definition?.in === "query" || !told.somewhere(String(value)));
    const [advice, forAll] = isDoubtful
      ? ["Look whether the code still takes it.", "Look whether the code still takes them."]
      : ["Add the value.", "Add the values."];
    facts.add({
      ...fact(says, `${listed} ${advice}`, place, String(value)),
      ...(isDoubtful
        ? { severity: "info" as const, doubt: { of: "value", name: doubtName(value) } as const }
        : {}),
      kin: {
        key: `${key} ${String(value)}`,
        // doubts about one property are one, whatever its definitions
        ...(isDoubtful ? { everywhere: `${path.at(-1)} ${String(value)}` } : {}),
        name: shownValue(value),
        saysOfAll: (_, count) =>
          count === 1
            ? says
            : `\`${shownValue(value)}\` is a value of \`${path.at(-1)}\`, and ${count} definitions do not list it.`,
        adviceForAll: advice,
        here: "here, too",
      },
      bundle: {
        key,
        says: (values) =>
          `${enumeratedNames(values)} are values ${where}, and the definition does not list them.`,
        advice: () => `${listed} ${forAll}`,
      },
    });
  }
  if (kind !== "document") return;
  const allowed = new Set(scalars.map(([value]) => textOf(value)));
  const { titleSpan } = body.operation;
  for (const choice of choices) {
    if (choice === null) continue;
    const says = `\`${shownValue(choice)}\` is listed as a value of \`${pathText(path)}\`, and the schema of the ${body.side} does not allow it.`;
    const key = `${placeKey(row, "enum")} -`;
    // one microversion or branch that takes the value is enough
    facts.vote(
      `choice ${spanKey(titleSpan)} ${body.side} ${pathText(path)} ${placeKey(row, "enum")} ${String(choice)}`,
      isLoose || allowed.has(textOf(choice))
        ? undefined
        : {
            ...fact(says, "Correct the list.", seen.place, `-${String(choice)}`),
            kin: {
              key: `${key} ${String(choice)}`,
              name: shownValue(choice),
              saysOfAll: () => says,
              adviceForAll: "Correct the list.",
              here: "here, too",
            },
            bundle: {
              key,
              says: (values) =>
                `${enumeratedNames(values)} are listed as values of \`${pathText(path)}\`, and the schema of the ${body.side} does not allow them.`,
              advice: () => "Correct the list.",
            },
          },
    );
  }
}

/** Whether a definition is that of a request, too: schemas of these keep what is refused, or passed over. */
function isAsked({ definition }: ParameterRow, { operation }: ValueComparison["body"]): boolean {
  return operation.rows.some((row) => row.side === "request" && row.definition === definition);
}

const MOST_VALUES = 8;
/** A letter too many, too few or another one. */
const MOST_SLIPS = 1;

function lowerCase(word: string): string {
  return word.toLowerCase();
}

function shownValue(value: Json): string {
  return String(value).replaceAll("`", "'");
}

/** `a `boolean``, `an `array``. */
export function withArticle(type: JsonType): string {
  if (type === "null") return "null";
  return `${/^[aio]/.test(type) ? "an" : "a"} \`${type}\``;
}
