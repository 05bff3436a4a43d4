import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accepts, type JsonType, parseType, singular, type TypeExpression } from "../../src/schema/types.ts";

const known: [string, TypeExpression][] = [
  ["string", { types: ["string"] }],
  ["String", { types: ["string"] }],
  [" integer ", { types: ["integer"] }],
  ["int", { types: ["integer"] }],
  ["bool", { types: ["boolean"] }],
  ["float", { types: ["number"] }],
  ["number", { types: ["number"] }],
  ["UUID", { types: ["string"], format: "uuid" }],
  ["list", { types: ["array"] }],
  ["dict", { types: ["object"] }],
  ["Dictionary", { types: ["object"] }],
  ["map", { types: ["object"] }],
  ["JSON", { types: [] }],
  ["key value pairs", { types: ["object"] }],
  ["enum", { types: ["string"] }],
  ["None", { types: ["null"] }],
  ["null", { types: ["null"] }],
  ["datestamp", { types: ["string"], format: "date-time" }],
  ["datetime", { types: ["string"], format: "date-time" }],
  ["hostname", { types: ["string"], format: "hostname" }],
  ["domainname", { types: ["string"], format: "hostname" }],
  ["any", { types: [] }],
  ["key-only, no value expected", { types: ["string"], keyOnly: true }],
  ["key-only (no value required)", { types: ["string"], keyOnly: true }],
  ["string or object", { types: ["string", "object"] }],
  ["integer, or null", { types: ["integer", "null"] }],
  ["string|null", { types: ["string", "null"] }],
  ["uuid or null", { types: ["string", "null"], format: "uuid" }],
  ["uuid or string", { types: ["string"] }],
  ["string or any", { types: [] }],
  ["a list of dictionaries", { types: ["array"], items: { types: ["object"] } }],
  ["list of lists", { types: ["array"], items: { types: ["array"] } }],
  ["array of strings", { types: ["array"], items: { types: ["string"] } }],
  [
    "list of lists of integers",
    { types: ["array"], items: { types: ["array"], items: { types: ["integer"] } } },
  ],
];

describe("parseType", () => {
  test.each(known)("%s", (text, want) => expect(parseType(text)).toEqual(want));

  test.each(["", "sting", "trilean", "or", "list of", "constructor", "__proto__", "string or thing"])(
    "%s is unknown",
    (text) => expect(parseType(text)).toBeUndefined(),
  );

  test("takes any text", () => {
    const words = fc.constantFrom("list of ", "a ", " or ", ", ", "string", "strings", "|", "uuid", "s");
    const texts = fc.oneof(
      fc.string(),
      fc.array(words).map((parts) => parts.join("")),
    );
    fc.assert(fc.property(texts, (text) => void parseType(text)));
    expect(parseType("list of ".repeat(50_000))).toBeUndefined();
  });
});

test.each<[string, TypeExpression | undefined]>([
  ["string  or\tnull", { types: ["string", "null"] }],
  ["key_value_pairs", { types: ["object"] }],
  ["string.", { types: ["string"] }],
  ["a. b", undefined],
  ["string,", undefined],
  ["string |", undefined],
  ["string or", undefined],
  ["floor", undefined],
  [
    "list of lists of strings",
    { types: ["array"], items: { types: ["array"], items: { types: ["string"] } } },
  ],
  ["an array of an integer", { types: ["array"], items: { types: ["integer"] } }],
  ["list of trileans", undefined],
  ["dictionaries", { types: ["object"] }],
  ["uuid or hostname", { types: ["string"] }],
  ["uuid or null", { types: ["string", "null"], format: "uuid" }],
  ["list of strings or list of integers", { types: ["array"] }],
  ["list of strings or null", { types: ["array", "null"], items: { types: ["string"] } }],
  ["any or string", { types: [] }],
  ["string, , integer", { types: ["string", "integer"] }],
  ["or", undefined],
  ["", undefined],
  ["string/integer", { types: ["string", "integer"] }],
  ["list containing uuids", { types: ["array"], items: { types: ["string"], format: "uuid" } }],
  ["lists of objects", { types: ["array"], items: { types: ["object"] } }],
  ["strings", { types: ["string"] }],
  ["a list of a string or integer", { types: ["array", "integer"], items: { types: ["string"] } }],
])("%j is read as %j", (text, wanted) => {
  expect(parseType(text)).toEqual(wanted);
});

test.each<[JsonType[], JsonType, boolean]>([
  [[], "null", true],
  [["string"], "null", true],
  [["number"], "integer", true],
  [["integer"], "number", false],
  [["string"], "integer", false],
  [["number"], "string", false],
])("where %j is asked for, %s may stand: %s", (types, shown, wanted) => {
  expect(accepts(types, shown)).toBe(wanted);
});

test.each([
  ["entries", "entry"],
  ["lamps", "lamp"],
  ["iesx", "iesx"],
  ["bus", "bu"],
  ["lamp", "lamp"],
])("one of %s is a %s", (word, wanted) => {
  expect(singular(word)).toBe(wanted);
});
