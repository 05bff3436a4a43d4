import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { partsOf } from "../../src/preview/document-parts.ts";
import { operationChanges } from "../../src/preview/operation-changes.ts";

const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const before = (): Record<string, JsonObject> => ({
  paths: {
    "/lamps": { get: { operationId: "list", schema: refer("Lamps") } },
    "/lamps#dim": { post: { operationId: "dim", description: 'says "$ref":"#/components/schemas/Lamp"' } },
    "/shades": { get: { operationId: 'shades "all"', schema: refer("Shade") } },
  },
  webhooks: { lit: { post: { operationId: "lit" } } },
  components: {
    schemas: { Lamps: { items: refer("Lamp") }, Lamp: { properties: { in: refer("Lamps") } }, Shade: {} },
  },
});

function changesAfter(change: (document: Record<string, JsonObject>) => void) {
  const after = before();
  change(after);
  return operationChanges(partsOf(before()), partsOf(after));
}

test("nothing has changed", () => {
  expect(changesAfter(() => {})).toEqual({ changed: [], added: [], renamed: [] });
});

test("its own text", () => {
  const { changed } = changesAfter(({ paths, webhooks }) => {
    paths!["/shades"] = { get: { operationId: 'shades "all"', summary: "All" } };
    webhooks!.lit = { post: { operationId: "lit", summary: "Lit" } };
  });
  expect(changed).toEqual(['shades "all"', "lit"]);
});

test("what it refers to by way of others, which may refer to each other", () => {
  const { changed } = changesAfter(({ components }) => {
    (components!.schemas as JsonObject).Lamp = { properties: { in: refer("Lamps"), name: {} } };
  });
  expect(changed).toEqual(["list"]);
});

test("a component that nobody refers to", () => {
  const changes = changesAfter(({ components }) => {
    (components!.schemas as JsonObject).Bulb = {};
  });
  expect(changes).toEqual({ changed: [], added: [], renamed: [] });
});

test("new ones, another path, and a fragment that nobody sees", () => {
  const changes = changesAfter((document) => {
    const { "/lamps": list, "/lamps#dim": dim, "/shades": shades } = document.paths!;
    document.paths = {
      "/bulbs": { get: { operationId: "bulbs" } },
      "/lamps": dim!,
      "/lamps#list": list!,
      "/v2/shades": shades!,
    };
  });
  expect(changes).toEqual({ changed: ['shades "all"'], added: ["bulbs"], renamed: [] });
});

test("an operation whose title is another is the same", () => {
  const changes = changesAfter((document) => {
    const { get } = document.paths!["/lamps"] as { get: JsonObject };
    document.paths = {
      "/lamps#all": { get: { ...get, operationId: "all" } },
      "/lamps": document.paths!["/lamps#dim"]!,
      "/bulbs": { get: { operationId: "bulbs" } },
    };
  });
  expect(changes).toEqual({
    changed: ["all"],
    added: ["bulbs"],
    renamed: [{ from: "list", to: "all" }],
  });
});
