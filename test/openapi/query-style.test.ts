import { expect, test } from "vitest";
import { queryStyle } from "../../src/openapi/query-style.ts";

const list = { type: "array", items: { type: "string" } };
const text = { type: "string" };

test.each(["Names between commas: comma-separated.", "Such as ``GET /lamps?show=name,room``."])(
  "a list whose values stand in one text is not spread over the query: %s",
  (said) => {
    expect(queryStyle("show", list, [said])).toEqual({ explode: false, schema: list });
  },
);

test("a list that a URL of the operation shows several times is spread", () => {
  const texts = ["What to show.", "For example `/lamps?show=name&sort=up&show=room`."];
  expect(queryStyle("show", list, texts)).toEqual({ schema: list });
  expect(queryStyle("show", text, texts)).toEqual({ schema: { anyOf: [text, list] } });
  expect(queryStyle("sho", text, texts)).toEqual({ schema: text });
});

test("a list between commas that the operation's own text shows is one text", () => {
  expect(queryStyle("show", list, ["", "For example `/lamps?all=1&show=name,room`."])).toEqual({
    explode: false,
    schema: list,
  });
});

test("a text may have commas in it as it is, one of a few values may not", () => {
  const said = ["Comma-separated colours."];
  expect(queryStyle("colour", text, said)).toEqual({ schema: text });
  const colour = { type: "string", enum: ["red", "blue"] };
  expect(queryStyle("colour", colour, said)).toEqual({
    explode: false,
    schema: { anyOf: [colour, { type: "array", items: colour }] },
  });
});

test("an object keeps its name: as one text, or as a text for each time it is given", () => {
  const object = { type: "object" };
  expect(queryStyle("tags", object, ["Pairs."])).toEqual({
    content: { "application/json": { schema: object } },
  });
  expect(queryStyle("tags", object, ["To give more, repeat it as many times as you like."])).toEqual({
    schema: list,
  });
});

test.each([
  "Comma-separated rooms.",
  "Use the comma (``,``) character to separate rooms.",
  "`/lamps?room=3,4`",
])("several numbers in one text are no number: %s", (said) => {
  expect(queryStyle("room", { type: "integer" }, [said])).toEqual({
    schema: { type: ["integer", "string"], "x-openstack-disputed": ["type"] },
  });
});

test("a list of which nothing says what is in it is of texts", () => {
  const open = { type: "array", items: {} };
  expect(queryStyle("show", open, ["What to show."])).toEqual({ schema: list });
  const numbers = { type: "array", items: { type: "integer" } };
  expect(queryStyle("show", numbers, ["What to show."])).toEqual({ schema: numbers });
});
