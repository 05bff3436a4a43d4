import { expect, test } from "vitest";
import { shownNames } from "../../src/samples/shown-names.ts";

test("tells texts and numbers from what holds something, at any depth", () => {
  const { asText, holding } = shownNames([{ lamp: { shade: "red", parts: [], bulb: { watt: 5 } } }]);
  expect([...asText]).toEqual(["shade", "watt"]);
  expect([...holding]).toEqual(["lamp", "bulb"]);
});

test("a name is scattered where it stands at more than one path, of one sample or of several", () => {
  expect([...shownNames([{ lamps: [{ id: 1 }, { id: 2 }] }]).scattered]).toEqual([]);
  expect([...shownNames([{ id: 1, lamp: { id: 2 } }]).scattered]).toEqual(["id"]);
  expect([...shownNames([{ lamp: { id: 1 } }, { lamp: { id: 2 } }]).scattered]).toEqual([]);
  expect([...shownNames([{ lamp: { id: 1 } }, { room: { id: 2 } }]).scattered]).toEqual(["id"]);
});

test("names of every object are names like others", () => {
  const value = JSON.parse('{"constructor": "a", "__proto__": {"toString": 1}}');
  const { asText, holding } = shownNames([value]);
  expect([...asText]).toEqual(["constructor", "toString"]);
  expect([...holding]).toEqual(["__proto__"]);
});
