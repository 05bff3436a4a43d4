import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { literalPattern } from "../text/literal-pattern.ts";

/**
 * How a query parameter is written (OpenAPI 3.1, 4.8.12.3), as what is said of it and the URLs that show it tell: values in one
 * text with commas between them do not stand there once for each; one that may be given several times may be a list; an
 * object is one text, too, for spread over the query it would lose its name; several numbers are a text as well.
 *
 * @param texts what is said of the parameter and of the operations that take it
 */
export function queryStyle(name: string, schema: JsonObject, texts: readonly string[]): JsonObject {
  const [own = ""] = texts;
  const shows = (rest: string) => {
    const pattern = new RegExp(`[?&]${literalPattern(name)}=${rest}`);
    return texts.some((text) => pattern.test(text));
  };
  const isRepeated =
    SEVERAL_TIMES.test(own) || shows(`${VALUE}&(?:[^\\s\`"']{0,200}&)?${literalPattern(name)}=`);
  if (schema.type === "object")
    return isRepeated
      ? { schema: { type: "array", items: { type: "string" } } }
      : { content: { "application/json": { schema } } };
  const isOneText = !isRepeated && (BETWEEN_COMMAS.test(own) || shows(`${VALUE},\\w`));
  if (schema.type === "array") {
    // Where nothing says of what the list is, it is of texts, as all is in a URL.
    const list = isNothingSaid(schema.items) ? { ...schema, items: { type: "string" } } : schema;
    return isOneText ? { explode: false, schema: list } : { schema: list };
  }
  if (typeof schema.type !== "string") return { schema };
  // `3,4` is no number, whatever its parts are
  if (isOneText && NO_TEXTS.has(schema.type))
    return { schema: { ...schema, type: [schema.type, "string"], "x-openstack-disputed": ["type"] } };
  const either = { anyOf: [schema, { type: "array", items: schema }] };
  if (isRepeated) return { schema: either };
  // any text may have commas in it, unless it is one of a few
  return isOneText && schema.enum !== undefined ? { explode: false, schema: either } : { schema };
}

function isNothingSaid(items: Json | undefined): boolean {
  return isJsonObject(items) && Object.keys(items).length === 0;
}

/** A value in a URL, to its first comma. */
const VALUE = "[^\\s`\"'<>{}&,]{1,200}";
const NO_TEXTS: ReadonlySet<string> = new Set(["integer", "number", "boolean"]);
const BETWEEN_COMMAS =
  /\bcomma[- ]?separated\b|\bseparated\s+(?:by|with)\s+(?:a\s+)?commas?\b|\bcommas?\s+(?:\([^()]{1,9}\)\s+)?(?:characters?\s+)?to\s+separate\b/i;
const SEVERAL_TIMES =
  /\b(?:can|may) be (?:specified|given|used|passed|provided|repeated|supplied)\s+(?:more than once|(?:multiple|several|many) times)\b|\b(?:can|may) be repeated\b|\buse this (?:filter|parameter) (?:multiple|several) times\b|\brepeat it as many times?\b|\bspecify (?:multiple|several) pairs of\b/i;
