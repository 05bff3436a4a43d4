import { describe, expect, test } from "vitest";
import { compileTypes, consumerProblems, errorsAmong } from "../../scripts/lib/consumers.mjs";

/** The errors that readers of OpenAPI find in a document, as `consumer/rule`. */
async function errorRules(document: object): Promise<string[]> {
  const errors = errorsAmong(await consumerProblems(document));
  return errors.map(({ consumer, rule }) => `${consumer}/${rule}`);
}

describe("the checks see", () => {
  /** A document that every reader accepts, to be spoilt in one place. */
  function sound() {
    return {
      openapi: "3.1.1",
      info: { title: "Gadgets", version: "1" },
      servers: [{ url: "/" }],
      security: [{ token: [] as string[] }],
      paths: {
        "/gadgets/{id}": {
          get: {
            operationId: "showGadget",
            summary: "Show a gadget",
            parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }] as object[],
            responses: {
              "200": {
                description: "A gadget.",
                content: { "application/json": { schema: { $ref: "#/components/schemas/Gadget" } } },
              },
            } as Record<string, unknown>,
          },
        } as Record<string, Record<string, unknown>>,
      } as Record<string, Record<string, Record<string, unknown>>>,
      components: {
        schemas: { Gadget: { type: "object", properties: {} as Record<string, object> } } as Record<
          string,
          object
        >,
        securitySchemes: { token: { type: "apiKey", in: "header", name: "X-Auth-Token" } },
      },
    };
  }
  type Sound = ReturnType<typeof sound>;

  /** Makes `schema` the one property of the one schema. */
  const property = (schema: object) => (document: Sound) => {
    document.components.schemas.Gadget = { type: "object", properties: { a: schema } };
  };
  const show = (document: Sound) => document.paths["/gadgets/{id}"]!.get!;

  test("nothing in a sound document", async () => {
    expect(await errorRules(sound())).toEqual([]);
  });

  const faults: readonly { name: string; spoil(document: Sound): void; error: string }[] = [
    { name: "a schema of no type", spoil: property({ type: "strin" }), error: "schema/enum" },
    {
      name: "an array without items",
      spoil: property({ type: "array" }),
      error: "traits/array-without-items",
    },
    {
      name: "a Python pattern",
      spoil: property({ type: "string", pattern: "(?P<a>b)\\Z" }),
      error: "traits/pattern-not-ecma-262",
    },
    {
      name: "properties of what is no object",
      spoil: property({ type: "string", properties: { b: { type: "string" } } }),
      error: "traits/type-without-inside",
    },
    {
      name: "a body that must be sent with a method that has none",
      spoil: (document) => {
        const content = { "application/json": { schema: { type: "object" } } };
        show(document).requestBody = { required: true, content };
      },
      error: "traits/body-required-of-get",
    },
    {
      name: "a default of another type",
      spoil: property({ type: "integer", default: "1" }),
      error: "traits/enum-or-default-of-another-type",
    },
    {
      name: "a form of draft 4",
      spoil: property({ type: "string", nullable: true }),
      error: "traits/draft-4-form",
    },
    {
      name: "a schema within itself",
      spoil: property({ $ref: "#/components/schemas/Gadget" }),
      error: "traits/schema-refers-to-itself",
    },
    {
      name: "a property with a reserved name",
      spoil: property({ type: "object", properties: { $id: { type: "string" } } }),
      error: "traits/schema-property-with-reserved-name",
    },
    {
      name: "a component that nothing uses",
      spoil: (document) => {
        document.components.schemas.Other = { type: "object" };
      },
      error: "traits/component-unused",
    },
    {
      name: "operations whose names differ in case",
      spoil: (document) => {
        document.paths["/gadgets"] = {
          get: { ...show(document), operationId: "showgadget", parameters: [] },
        };
      },
      error: "traits/names-differ-in-case-only",
    },
    {
      name: "one path in two spellings",
      spoil: (document) => {
        const parameters = [{ name: "other", in: "path", required: true, schema: { type: "string" } }];
        document.paths["/gadgets/{other}"] = { get: { ...show(document), operationId: "again", parameters } };
      },
      error: "spectral/path-params",
    },
    {
      name: "a variable without a parameter",
      spoil: (document) => {
        show(document).parameters = [];
      },
      error: "traits/path-parameters-differ-from-template",
    },
    {
      name: "a parameter whose example breaks its schema",
      spoil: (document) => {
        show(document).parameters = [
          { name: "id", in: "path", required: true, schema: { type: "integer" }, example: "one" },
        ];
      },
      error: "traits/parameter-example-invalid",
    },
    {
      name: "a media type that is none",
      spoil: (document) => {
        show(document).responses = {
          "200": { description: "A.", content: { json: {} } },
          "404": { description: "B." },
        };
        document.components.schemas = {};
      },
      error: "traits/media-type-malformed",
    },
    {
      name: "a reference in an example",
      spoil: (document) => {
        const content = {
          "application/json": {
            schema: { $ref: "#/components/schemas/Gadget" },
            examples: { one: { value: { a: [{ $ref: "b" }] } } },
          },
        };
        show(document).responses = { "200": { description: "A.", content } };
      },
      error: "traits/ref-inside-example",
    },
    {
      name: "an operation without a summary",
      spoil: (document) => {
        delete show(document).summary;
      },
      error: "redocly/operation-summary",
    },
    {
      name: "a path with a query",
      spoil: (document) => {
        document.paths["/gadgets?all=1"] = { get: { ...show(document), operationId: "all", parameters: [] } };
      },
      error: "traits/path-malformed",
    },
  ];
  test.each(faults)("$name", async ({ spoil, error }) => {
    const document = sound();
    spoil(document);
    expect(await errorRules(document)).toContain(error);
  });

  test("types that do not compile", () => {
    const found = compileTypes(new Map([["a.ts", "export type A = B;\n"]])).get("a.ts")!;
    expect(found.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      "TS2304 Cannot find name 'B'. in `export type A = B;`",
    ]);
  });
});
