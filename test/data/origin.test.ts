import { expect, test } from "vitest";
import { originOf, setOrigin } from "../../src/data/origin.ts";
import { SourceFile } from "../../src/text/source-file.ts";

const place = { file: new SourceFile("/index.rst", "lamps"), start: 1, end: 2 };

test("copies come from where the object comes from", () => {
  const lamp = setOrigin({ type: "object" }, place);
  expect(originOf(lamp)).toBe(place);
  expect(originOf({ ...lamp, title: "Lamp" })).toBe(place);
  expect(originOf(Object.assign({}, lamp))).toBe(place);
  const { type: _type, ...rest } = lamp;
  expect(originOf(rest)).toBe(place);
});

test("an origin is no part of what is written", () => {
  const lamp = setOrigin({ type: "object" }, place);
  expect(JSON.stringify(lamp)).toBe('{"type":"object"}');
  expect(Object.keys(lamp)).toEqual(["type"]);
  expect(originOf({})).toBeUndefined();
});
