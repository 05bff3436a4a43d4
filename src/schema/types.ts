/** The types of JSON Schema 2020-12, section 4.2.1. */
export type JsonType = "null" | "boolean" | "object" | "array" | "number" | "string" | "integer";

/** What a `type` field of parameters.yaml says about a value. */
export interface TypeExpression {
  /** The types that a value may have; none means no constraint. */
  readonly types: readonly JsonType[];
  /** `uuid`, `date-time`, `hostname`; holds for strings. */
  readonly format?: string;
  /** The type of an array's items, where the text names it. */
  readonly items?: TypeExpression;
  /** The parameter is a bare key without a value (`?detail`). */
  readonly keyOnly?: true;
}

const WORDS: ReadonlyMap<string, TypeExpression> = new Map<string, TypeExpression>([
  ["string", { types: ["string"] }],
  ["str", { types: ["string"] }],
  ["integer", { types: ["integer"] }],
  ["int", { types: ["integer"] }],
  ["number", { types: ["number"] }],
  ["float", { types: ["number"] }],
  ["boolean", { types: ["boolean"] }],
  ["bool", { types: ["boolean"] }],
  ["object", { types: ["object"] }],
  ["dict", { types: ["object"] }],
  ["dictionary", { types: ["object"] }],
  ["map", { types: ["object"] }],
  // any JSON value: nobody says that it is an object
  ["json", { types: [] }],
  ["key value pairs", { types: ["object"] }],
  ["array", { types: ["array"] }],
  ["list", { types: ["array"] }],
  ["null", { types: ["null"] }],
  ["none", { types: ["null"] }],
  ["enum", { types: ["string"] }],
  ["uuid", { types: ["string"], format: "uuid" }],
  ["datestamp", { types: ["string"], format: "date-time" }],
  ["datetime", { types: ["string"], format: "date-time" }],
  ["hostname", { types: ["string"], format: "hostname" }],
  ["domainname", { types: ["string"], format: "hostname" }],
  ["any", { types: [] }],
]);

/** `key-only, no value expected`, `key-only (no value required)`. */
const KEY_ONLY = /^key-only\b/;
/** `a list of dictionaries`: the container, then what it holds. */
const CONTAINER = /^(?:list|array)s? (?:of|containing) /;
const ARTICLE = /^an? /;
/** Nobody writes more levels; the bound keeps a made-up text from exhausting the stack. */
const DEEPEST = 16;

/**
 * Reads the `type` of a definition: `integer`, `uuid`, `string or object`, `a list of dictionaries`, whatever the
 * case. Undefined where a word is none of the vocabulary; such a value has no constraint.
 */
export function parseType(text: string): TypeExpression | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .replace(/\.$/, "");
  // `string,`: something was to follow
  if (/(?:[,|/]|\bor)$/.test(plain)) return undefined;
  return KEY_ONLY.test(plain) ? { types: ["string"], keyOnly: true } : parseChoice(plain, 0);
}

function parseChoice(text: string, depth: number): TypeExpression | undefined {
  if (depth > DEEPEST) return undefined;
  const whole = WORDS.get(text.replace(ARTICLE, ""));
  if (whole !== undefined) return whole;
  const parts: TypeExpression[] = [];
  // `string or object`, `string, integer or null`, `string/null`, `string|null`
  for (const part of text.split(/\s*(?:,|\||\/|\bor\b)\s*/)) {
    // `integer, or null` leaves an empty word between the comma and the `or`
    if (part === "") continue;
    const found = parseOne(part, depth);
    if (found === undefined) return undefined;
    parts.push(found);
  }
  return parts.length === 0 ? undefined : parts.reduce(eitherType);
}

function parseOne(text: string, depth: number): TypeExpression | undefined {
  const bare = text.replace(ARTICLE, "");
  const found = WORDS.get(bare) ?? WORDS.get(singular(bare));
  if (found !== undefined) return found;
  const container = CONTAINER.exec(bare);
  if (container === null) return undefined;
  const items = parseChoice(bare.slice(container[0].length), depth + 1);
  return items === undefined ? undefined : { types: ["array"], items };
}

/** A word without the ending of a plural, or of what looks like one. */
export function singular(word: string): string {
  return word.replace(/ies$/, "y").replace(/s$/, "");
}

/** One type or the other. A format or item type stands only where it holds for every value of that type. */
export function eitherType(a: TypeExpression, b: TypeExpression): TypeExpression {
  if (a.types.length === 0 || b.types.length === 0) return { types: [] };
  const agreed = <T>(type: JsonType, of: (from: TypeExpression) => T | undefined): T | undefined => {
    const holders = [a, b].filter((from) => from.types.includes(type));
    const [first, second] = holders.map(of);
    return holders.length === 2 && JSON.stringify(first) !== JSON.stringify(second) ? undefined : first;
  };
  const format = agreed("string", (from) => from.format);
  const items = agreed("array", (from) => from.items);
  return {
    types: [...new Set([...a.types, ...b.types])],
    ...(format === undefined ? {} : { format }),
    ...(items === undefined ? {} : { items }),
  };
}

/** Whether a value of one type may stand where others are asked for; a null tells nothing of the type. */
export function accepts(types: readonly JsonType[], shown: JsonType): boolean {
  return (
    types.length === 0 ||
    types.includes(shown) ||
    shown === "null" ||
    (shown === "integer" && types.includes("number"))
  );
}
