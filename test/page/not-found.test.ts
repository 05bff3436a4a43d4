import { expect, test } from "vitest";
import { notFound } from "../../src/browser/not-found.ts";

const operation = (operationId: string, since?: string, until?: string) => ({
  operationId,
  summary: `The title of ${operationId}`,
  "x-openstack": { "min-ver": since, "max-ver": until },
});
const whole = {
  paths: {
    "/lamps": { get: operation("listLamps", "2.3", "2.9"), post: operation("addLamp", "2.5") },
    "/lamps/{id}": {
      "x-openstack-additional-operations": { COPY: operation("copyLamp", undefined, "2.4") },
      get: { operationId: "showLamp" },
    },
  },
};

test.each([
  ["/lamps/listlamps", "Not in the API at version 2.2; there from 2.3 to 2.9.", "2.3"],
  ["/lamps/addlamp", "Not in the API at version 2.2; there from 2.5 on.", "2.5"],
  ["/lamps/copylamp", "Not in the API at version 2.2; there up to 2.4.", "2.4"],
])("%s is in other microversions", (route, text, at) => {
  expect(notFound(route, whole, "2.2")).toMatchObject({ above: "Microversion 2.2", text, at });
});

test("an operation that is in no range of its own", () => {
  const said = notFound("/lamps/showlamp", whole, "2.2");
  expect(said).toEqual({
    above: "Microversion 2.2",
    title: "showLamp",
    text: "Not in the API at version 2.2; there at others.",
  });
});

test.each([
  ["/lamps/nolamp", "2.2"],
  ["/lamps/listlamps", undefined],
])("%s at %s is nowhere", (route, version) => {
  expect(notFound(route, whole, version)).toMatchObject({ title: "Nothing at this address" });
});
