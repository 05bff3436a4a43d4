import { expect, test } from "vitest";
import { decorate } from "../../src/browser/decorate.ts";
import type { JsonObject } from "../../src/data/json-value.ts";

test("microversions are badges wherever they stand, and no data is changed", () => {
  const versions = { "x-openstack": { "min-ver": "2.11", "max-ver": "2.40" } };
  const badges = [
    { name: "since 2.11", color: "green" },
    { name: "until 2.40", color: "orange" },
  ];
  const shown = decorate({
    paths: {
      "/lamps": {
        get: {
          ...versions,
          parameters: [{ name: "on", in: "query", "x-openstack": { "min-ver": "2.3" } }],
          responses: {
            200: { content: { "application/json": { example: 1, examples: { e: { value: versions } } } } },
          },
        },
      },
    },
    components: { schemas: { Lamp: { properties: { hue: { type: "string", ...versions } } } } },
  });
  expect(shown).toMatchObject({
    paths: {
      "/lamps": {
        get: {
          "x-badges": badges,
          parameters: [{ "x-badges": [{ name: "since 2.3", color: "green" }] }],
          responses: { 200: { content: { "application/json": { examples: { e: { value: versions } } } } } },
        },
      },
    },
    components: { schemas: { Lamp: { properties: { hue: { "x-badges": badges } } } } },
  });
  expect(JSON.stringify(shown).match(/x-badges/g)).toHaveLength(3);
});

test("operations link to their lines; a server that stands for all is not shown", () => {
  const document = {
    servers: [{ url: "/" }],
    paths: {
      "/lamps": {
        get: { operationId: "listLamps" },
        "x-openstack-additional-operations": { COPY: { operationId: "copyLamps", description: "Copies." } },
      },
    },
  };
  expect(
    decorate(document, {
      links: { listLamps: "https://example.org/a#L1", copyLamps: "https://example.org/a)#L9" },
    }),
  ).toEqual({
    paths: {
      "/lamps": {
        get: {
          operationId: "listLamps",
          description: "`GET /lamps`\n\n[Source of this section](https://example.org/a#L1)",
        },
        additionalOperations: {
          COPY: {
            operationId: "copyLamps",
            description: "`COPY /lamps`\n\nCopies.\n\n[Source of this section](https://example.org/a%29#L9)",
          },
        },
      },
    },
  });
  expect(decorate({ servers: [{ url: "https://lamps.example" }] })).toEqual({
    servers: [{ url: "https://lamps.example" }],
  });
});

test("an optional token leaves no box, its words say so", () => {
  const get = {
    operationId: "showLamp",
    description: "The token is optional.",
    security: [{ token: [] }, {}],
  };
  const shown = decorate({ security: [{ token: [] }], paths: { "/lamps": { get } } });
  expect(shown).not.toHaveProperty("security");
  expect(shown).not.toHaveProperty(["paths", "/lamps", "get", "security"]);
  expect(shown).toMatchObject({
    paths: { "/lamps": { get: { description: "`GET /lamps`\n\nThe token is optional." } } },
  });
});

test("what badges say is not said again in words", () => {
  const versions = { "x-openstack": { "min-ver": "2.3", "max-ver": "2.9" } };
  const shown = decorate({
    components: {
      schemas: {
        Lamp: {
          properties: {
            hue: { description: "The colour.\n\n*New in version 2.3, until version 2.9.*", ...versions },
            watt: { description: "Since 2.3.\n\n*Until version 2.9.*", ...versions },
          },
        },
      },
      examples: {
        red: { description: "*New in version 2.3.*", "x-openstack": { "min-ver": "2.3" }, value: 1 },
      },
    },
  });
  expect(shown).toMatchObject({
    components: {
      schemas: {
        Lamp: { properties: { hue: { description: "The colour." }, watt: { description: "Since 2.3." } } },
      },
      examples: { red: { description: "*New in version 2.3.*" } },
    },
  });
});

test("what a badge says is not said again where the prose begins with it", () => {
  const listLamps = {
    "x-openstack": { "min-ver": "2.3" },
    operationId: "listLamps",
    description: "**New in version 2.3.**\n\nLists them.",
  };
  expect(decorate({ paths: { "/lamps": { get: listLamps } } })).toMatchObject({
    paths: { "/lamps": { get: { description: "`GET /lamps`\n\nLists them." } } },
  });
});

test("operations that need no token say so, and the others need no box that says what all need", () => {
  const token = [{ token: [] }];
  const document = (security: JsonObject[] | undefined): JsonObject => ({
    info: { description: "Lights.\n\n## Old lamps\n\nGone." },
    security: token,
    components: { securitySchemes: { token: { type: "apiKey", in: "header", name: "X-Lamp-Token" } } },
    paths: {
      "/lamps": {
        get: { operationId: "listLamps", ...(security === undefined ? {} : { security }) },
        post: { operationId: "createLamp" },
      },
    },
  });
  const open = decorate(document([]));
  expect(JSON.stringify(open)).not.toContain('"security"');
  expect(open).toMatchObject({
    info: {
      description:
        "Lights.\n\nOperations need a token in the header `X-Lamp-Token`, unless they say that they need none.\n\n## Old lamps\n\nGone.",
    },
    paths: {
      "/lamps": {
        get: { description: "`GET /lamps`\n\nNeeds no token." },
        post: { description: "`POST /lamps`" },
      },
    },
  });
  expect(JSON.stringify(decorate(document(undefined)))).not.toContain('"security"');
  // where one needs another, each says what it needs
  expect(decorate(document([{ key: [] }]))).toMatchObject({ security: token });
});
