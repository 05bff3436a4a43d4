import { isJsonObject, type Json, jsonTypeOf } from "../data/json-value.ts";
import type { JsonType } from "../schema/types.ts";
import type { EvidencePlace } from "./place.ts";
import { addInside, noteScalar, type SeenNode, seenOnce } from "./seen.ts";

/** Deeper than any body; what follows walks what was seen recursively. */
export const DEEPEST = 60;
/** A word of a list of choices is not longer. */
const LONGEST_WORD = 64;
/** Names of what nobody may read in a report: their values are not even kept. */
const SECRET =
  /pass|secret|token|credential|private|auth|cookie|session|signature|certificate|_?key$|^key|hash|pin$|otp|seed|blob|user_?data|code$/i;

/** What a value of a message shows, without the value itself, but for words that may be one of a list of choices. */
export function seenOf(value: Json, place: EvidencePlace, name = "", depth = 0): SeenNode {
  const node = seenOnce(place);
  node.types.set(jsonTypeOf(value), place);
  if (depth >= DEEPEST) return node;
  if (Array.isArray(value)) {
    for (const item of value) addInside(node, "items", seenOf(item, place, name, depth + 1));
  } else if (isJsonObject(value)) {
    node.objects = 1;
    for (const [key, inner] of Object.entries(value))
      node.properties.set(key, seenOf(inner!, place, key, depth + 1));
  } else if (SECRET.test(name) || (typeof value === "string" && value.length > LONGEST_WORD)) {
    node.scalars = undefined;
  } else if (value !== null) {
    noteScalar(node, value, place);
  }
  return node;
}

/**
 * What the values of a query parameter show (RFC 3986, 3.4: they are texts), as what they spell: `10` is an integer, `True` a
 * boolean. Anything but a word may be a list, a range or an operator with a value: of that nothing is known.
 */
export function seenOfQuery(texts: readonly string[], place: EvidencePlace, name: string): SeenNode {
  const node = seenOnce(place);
  const isSecret = SECRET.test(name);
  for (const text of texts) {
    if (text === "") continue;
    if (text.length > LONGEST_WORD || !/^-?[\w.]+(?:-[\w.]+)*$/.test(text)) {
      node.types.clear();
      node.scalars = undefined;
      return node;
    }
    node.types.set(typeSpelled(text), place);
    if (isSecret) node.scalars = undefined;
    else noteScalar(node, text, place);
  }
  return node;
}

function typeSpelled(text: string): JsonType {
  if (/^-?\d+$/.test(text)) return "integer";
  if (/^-?\d+\.\d+$/.test(text)) return "number";
  return /^(?:true|false|yes|no|on|off|[tfyn])$/i.test(text) ? "boolean" : "string";
}
