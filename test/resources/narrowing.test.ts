import { expect, test } from "vitest";
import { narrowing } from "../../src/resources/narrowing.ts";

const lamp = (description: string) => ({
  type: "object",
  properties: {
    shade: {
      type: "object",
      properties: { hue: { type: "string", description }, size: { type: "integer" } },
    },
  },
});

test("what a table says inside of an object closes that for no linter", () => {
  expect(narrowing(lamp("Its hue, in a list."), lamp("Its hue."))).toEqual({
    properties: {
      shade: { properties: { hue: { description: "Its hue, in a list." } }, unevaluatedProperties: true },
    },
  });
});

test("a table that says what the component says adds nothing", () => {
  expect(narrowing(lamp("Its hue."), lamp("Its hue."))).toEqual({});
});
