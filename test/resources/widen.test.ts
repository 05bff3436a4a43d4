import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { widen } from "../../src/resources/widen.ts";
import { validators } from "../../src/samples/validators.ts";

const state = { type: "string", enum: ["lit", "dim"] };

test("a value of one body joins what a resource lists, also below a place that no row of that body documents", () => {
  const lamp: JsonObject = { type: "object", properties: { state: { ...state } } };
  const body: JsonObject = {
    type: "object",
    properties: {
      lamps: { type: "array", items: { allOf: [lamp] }, "x-openstack-undocumented": true },
    },
  };
  widen(body, [{ lamps: [{ state: "lit" }, { state: "broken" }] }], validators());
  expect(lamp.properties).toEqual({ state: { type: "string", enum: ["lit", "dim", "broken"] } });
  expect((body.properties as JsonObject).lamps).toMatchObject({ "x-openstack-undocumented": true });
});

test("a schema that accepts all values stays as it is", () => {
  const lamp: JsonObject = { type: "object", properties: { state: { ...state } }, required: ["state"] };
  widen(lamp, [{ state: "dim" }], validators());
  expect(lamp).toEqual({ type: "object", properties: { state }, required: ["state"] });
});
