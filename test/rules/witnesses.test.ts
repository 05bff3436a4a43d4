import { describe, expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

interface Written {
  readonly rows: readonly string[];
  readonly definitions: string;
  readonly sample: unknown;
}

/** The findings about samples of a request with these rows, as `rule: message`. */
function told({ rows, definitions, sample }: Written, rules: RegExp): string[] {
  return checkTree({
    "index.rst": `Moons
=====

.. rest_method:: PUT /moons

Request
-------

.. rest_parameters:: parameters.yaml

${rows.map((row) => `   - ${row}`).join("\n")}

Request Example
---------------

.. literalinclude:: moon.json
`,
    "parameters.yaml": definitions,
    "moon.json": JSON.stringify(sample, undefined, 2),
  })
    .filter(({ rule }) => rules.test(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

const definition = (key: string, type: string, more = "") =>
  `${key}:\n  description: What it is.\n  in: body\n  required: true\n  type: ${type}\n${more}`;

test("a sample with none of the rows of a table is one finding, whatever is required", () => {
  const definitions = definition("radius", "integer") + definition("rings", "boolean");
  const rows = ["radius: radius", "rings: rings"];
  expect(told({ rows, definitions, sample: { op: "add", path: "/radius" } }, /sample|unsampled/)).toEqual([
    "sample-undocumented: The sample shows `op` and `path`, and none of the rows of this table. Correct the table or the sample.",
  ]);
  expect(told({ rows, definitions, sample: { radius: 1, path: "/" } }, /undocumented|unsampled/)).toEqual([
    expect.stringContaining("No row names `path`"),
  ]);
});

test("a text with others inside stands for the keys of a map", () => {
  const definitions = definition("planet_name", "string") + definition("count", "integer");
  const rows = ["moons.planet_name: planet_name", "moons.planet_name.count: count"];
  const sample = { moons: { Mars: { count: 2 }, Jupiter: { count: 97 } } };
  expect(told({ rows, definitions, sample }, /^sample-/)).toEqual([]);
});

test("a text that the sample shows as an object stands for itself", () => {
  const definitions = definition("moon", "object") + definition("name", "string");
  const sample = { moon: { name: { short: "Io" }, radius: 1 } };
  expect(told({ rows: ["moon: moon", "name: name"], definitions, sample }, /undocumented/)).toEqual([
    expect.stringContaining("No row names `moon.radius`"),
  ]);
});

test("what is in a value of another type is no finding of its own", () => {
  const definitions =
    definition("moon", "object") + definition("name", "string") + definition("links", "string");
  const rows = ["moon: moon", "name: name", "links: links"];
  const sample = { moon: { name: "Io", links: [{ href: "/io", rel: "self" }] } };
  expect(told({ rows, definitions, sample }, /^sample-/)).toEqual([
    expect.stringContaining("sample-type: `links` is defined with `type: string`"),
  ]);
});

describe("times", () => {
  const rows = ["seen_at: seen_at"];
  test.each(["2031-05-18 05:07:58", "2031-05-18T05:07:58.25", "2031-05-18 05:07+00:00"])(
    "`datetime` takes %s",
    (time) => {
      const definitions = definition("seen_at", "datetime");
      expect(told({ rows, definitions, sample: { seen_at: time } }, /^sample-format/)).toEqual([]);
    },
  );
  test("not what is no time", () => {
    const definitions = definition("seen_at", "datetime");
    expect(told({ rows, definitions, sample: { seen_at: "soon" } }, /^sample-format/)).toHaveLength(1);
  });
  test("where a format is written, that is what counts", () => {
    const definitions = definition("seen_at", "string", "  format: date-time\n");
    const sample = { seen_at: "2031-05-18 05:07:58" };
    expect(told({ rows, definitions, sample }, /^sample-format/)).toHaveLength(1);
  });
});

test("a row stands twice where samples show a text for what may hold others", () => {
  const definitions =
    definition("owner", "array") + definition("name", "string") + definition("radius", "integer");
  const rows = ["name: name", "owner: owner", "name: name", "radius: radius"];
  const sample = { name: "Io", owner: "Jupiter", radius: 1821 };
  expect(told({ rows, definitions, sample }, /^parameter-row-duplicate/)).toHaveLength(1);
});

test("only `required` is missing: a warning that says what the page shows", () => {
  const [finding] = checkTree({
    "index.rst":
      "Moons\n=====\n\n.. rest_method:: GET /moons\n\n.. rest_parameters:: parameters.yaml\n\n   - size: size\n",
    "parameters.yaml": "size:\n  description: How big.\n  in: query\n  type: integer\n",
  }).filter(({ rule }) => rule === "definition-field-missing");
  expect(finding).toMatchObject({
    severity: "warning",
    message:
      "The definition of `size` lacks `required`, so the page says that it is optional. Write `required: true` or `required: false`.",
  });
});
