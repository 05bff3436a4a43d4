import { expect, test } from "vitest";
import { partOf } from "../../src/browser/part.ts";

const refer = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

test("some paths with all that they refer to, without the prose of the rest", () => {
  const document = {
    openapi: "3.1.1",
    info: { title: "Lamps", version: "1", description: "Long." },
    tags: [{ name: "lamps", description: "Longer." }],
    paths: {
      "/lamps": { get: { description: "Lists.", responses: { 200: refer("schemas", "Lamps") } } },
      "/shades": { get: { responses: { 200: refer("schemas", "Shade") } } },
    },
    webhooks: { lit: { post: {} } },
    components: {
      schemas: {
        Lamps: { items: refer("schemas", "Lamp") },
        Lamp: { anyOf: [refer("schemas", "Lamps"), { examples: [refer("examples", "gone")] }] },
        Shade: {},
      },
      examples: { one: { value: 1 } },
      securitySchemes: { token: { type: "apiKey" } },
    },
  };
  expect(partOf(document, ["/lamps"])).toEqual({
    openapi: "3.1.1",
    info: { title: "Lamps", version: "1" },
    tags: [{ name: "lamps" }],
    paths: { "/lamps": document.paths["/lamps"] },
    components: {
      schemas: { Lamps: document.components.schemas.Lamps, Lamp: document.components.schemas.Lamp },
      examples: {},
      securitySchemes: { token: { type: "apiKey" } },
    },
  });
});
