import { createConfig } from "@redocly/openapi-core";
import { describe, expect, test } from "vitest";
import type { Severity } from "../../src/findings/finding.ts";
import type { JsonObject, Specification } from "../../src/openapi/specification.ts";
import { redoclyConfig, switchedOff } from "../../src/redocly/config.ts";
import { lintDocument, startLinter } from "../../src/redocly/linter.ts";
import { redoclyRules } from "../../src/redocly/rule-names.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import type { Span } from "../../src/text/span.ts";

test("the names of its rules are those of the package", async () => {
  const { rules } = (await import(
    new URL("../../node_modules/@redocly/openapi-core/lib/rules/oas3/index.js", import.meta.url).href
  )) as { rules: object };
  expect([...redoclyRules].sort()).toEqual(Object.keys(rules).sort());
});

const source = new SourceFile("/tree/index.rst", "Widgets\n=======\n\nList widgets\n------------\n");

/** A span at the given offset of the source. */
function at(start: number): Span {
  return { file: source, start, end: start + 1 };
}

/** A document without a fault, with one operation. */
function widgets(): JsonObject & { paths: Record<string, Record<string, JsonObject>> } {
  return {
    openapi: "3.1.1",
    info: { title: "Widgets", version: "1" },
    servers: [{ url: "/" }],
    security: [],
    tags: [{ name: "Widgets" }],
    paths: {
      "/v2/widgets": {
        get: {
          operationId: "listWidgets",
          summary: "List widgets",
          tags: ["Widgets"],
          responses: { "200": { description: "The widgets." } },
        },
      },
    },
  };
}

function specification(document: JsonObject, places: Record<string, number>): Specification {
  const sourceMap = new Map(Object.entries(places).map(([pointer, offset]) => [pointer, at(offset)]));
  return { document, sourceMap };
}

const places = { "": 0, "/paths/~1v2~1widgets/get": 18 };

describe("findings on the generated document", () => {
  test("a document without a fault has none", async () => {
    expect(await lintDocument(specification(widgets(), places))).toEqual([]);
  });

  test("stand at the node's own place in the sources, under Redocly's name", async () => {
    const document = widgets();
    delete document.paths["/v2/widgets"]!.get!.summary;
    expect(await lintDocument(specification(document, places))).toEqual([
      {
        rule: "openapi/operation-summary",
        severity: "error",
        message:
          "Operation object should contain `summary` field. (`/paths/~1v2~1widgets/get/summary` in the document)",
        span: at(18),
        operation: "GET /v2/widgets",
      },
    ]);
  });

  const pointers: readonly {
    name: string;
    change(document: JsonObject): void;
    rule: string;
    offset: number;
  }[] = [
    {
      name: "a node below a mapped one stands at that one",
      change: (document) => {
        (document.paths as JsonObject)["/v2/widgets"] = {
          get: { ...widgets().paths["/v2/widgets"]!.get, responses: { "200": {} } },
        };
      },
      rule: "openapi/struct",
      offset: 18,
    },
    {
      name: "a node that no one mapped stands at the root's place",
      change: (document) => {
        document.servers = [];
      },
      rule: "openapi/no-empty-servers",
      offset: 0,
    },
  ];
  test.each(pointers)("$name", async ({ change, rule, offset }) => {
    const document = widgets();
    change(document);
    const findings = await lintDocument(specification(document, places));
    expect(findings.map((finding) => [finding.rule, finding.span.start])).toEqual([[rule, offset]]);
  });

  test("without a place for the root, the first place of the map serves", async () => {
    const document = { ...widgets(), servers: [] };
    const findings = await lintDocument(specification(document, { "/paths/~1v2~1widgets/get": 18 }));
    expect(findings.map((finding) => finding.span.start)).toEqual([18]);
  });

  test("a key whose value is undefined is absent", async () => {
    const document = { ...widgets(), externalDocs: undefined };
    expect(await lintDocument(specification(document, places))).toEqual([]);
  });

  test.each(["other.yaml#/components/schemas/A", "/etc/hostname", "http://localhost:9/a.json"])(
    "a reference out of the document, %s, is reported and not followed",
    async ($ref) => {
      const document = { ...widgets(), components: { schemas: { Outside: { $ref } } } };
      const findings = await lintDocument(specification(document, places));
      const unresolved = findings.filter(({ rule }) => rule === "openapi/no-unresolved-refs");
      expect(unresolved).toHaveLength(1);
      expect(unresolved[0]!.message).toContain("is outside the document");
    },
  );
});

describe("settings", () => {
  const settings = (entries: Record<string, Severity | "off">) => new Map(Object.entries(entries));

  test.each<[Severity]>([["error"], ["warning"], ["info"]])("a rule can be set to %s", async (severity) => {
    const document = { ...widgets(), servers: [] };
    const found = await lintDocument(
      specification(document, places),
      settings({ "openapi/no-empty-servers": severity }),
    );
    expect(found.map((finding) => [finding.rule, finding.severity])).toEqual([
      ["openapi/no-empty-servers", severity],
    ]);
  });

  test("a rule can be switched off", async () => {
    const document = { ...widgets(), servers: [] };
    const found = await lintDocument(
      specification(document, places),
      settings({ "openapi/no-empty-servers": "off" }),
    );
    expect(found).toEqual([]);
  });

  test("a rule that we switched off can be switched on", async () => {
    const found = await lintDocument(
      specification(widgets(), places),
      settings({ "openapi/operation-4xx-response": "info", "unknown-parameter": "off" }),
    );
    expect(found.map((finding) => [finding.rule, finding.severity])).toEqual([
      ["openapi/operation-4xx-response", "info"],
    ]);
  });

  test("values of examples are looked at where somebody asks for it", async () => {
    const document = widgets();
    const [path] = Object.values(document.paths);
    const answer = { $ref: "#/components/examples/lamp" };
    path!.get!.responses = {
      "200": {
        description: "A lamp.",
        content: { "application/json": { schema: { type: "string" }, examples: { lamp: answer } } },
      },
    };
    const components = { examples: { lamp: { value: 1 } } };
    const rule = "openapi/no-invalid-media-type-examples";
    const found = async (setting: Severity | "off") =>
      (
        await lintDocument(specification({ ...document, components }, places), settings({ [rule]: setting }))
      ).map((finding) => finding.rule);
    expect(await found("off")).toEqual([]);
    expect(await found("error")).toEqual([rule]);
  });

  test("every rule that we switch off is one that Redocly recommends", async () => {
    const recommended = (await createConfig({ extends: ["recommended"] })).rules.oas3_1 as Record<
      string,
      unknown
    >;
    const on = Object.keys(switchedOff).filter(
      (name) => recommended[name] !== undefined && recommended[name] !== "off",
    );
    expect(on).toEqual(Object.keys(switchedOff));
    const ours = (await createConfig(redoclyConfig(new Map()))).rules.oas3_1 as Record<string, unknown>;
    expect(Object.keys(switchedOff).filter((name) => ours[name] !== "off")).toEqual([]);
  });
});

test("one linter serves many documents, in any order", async () => {
  const linter = startLinter();
  const faulty = specification({ ...widgets(), servers: [] }, places);
  const clean = specification(widgets(), places);
  const counts = await Promise.all(
    [clean, faulty, clean].map(async (each) => (await linter.lint(each)).length),
  );
  await linter.close();
  expect(counts).toEqual([0, 1, 0]);
});
