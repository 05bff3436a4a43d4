import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

interface Section {
  readonly title: string;
  readonly call: string;
  readonly rows?: readonly string[];
  readonly sample?: object;
}

/** What the rules of URLs tell of sections: the rule, what it marks, and the message. */
function told(sections: readonly Section[]): string[][] {
  const files: Record<string, string> = {};
  const texts = sections.map(({ title, call, rows = [], sample }, index) => {
    files[`${index}.json`] = JSON.stringify(sample ?? {});
    const table =
      rows.length === 0
        ? ""
        : `Request\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}: ${row}\n`).join("")}\n`;
    const example =
      sample === undefined
        ? ""
        : `Response Example\n~~~~~~~~~~~~~~~~\n\n.. literalinclude:: ${index}.json\n\n`;
    return `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${call}\n\n${table}${example}`;
  });
  const keys = [...new Set(sections.flatMap(({ rows = [] }) => rows))];
  return checkTree({
    "index.rst": `Lamps\n=====\n\n${texts.join("")}`,
    "parameters.yaml": keys
      .map((key) => `${key}:\n  description: Words.\n  in: path\n  required: true\n  type: string\n`)
      .join(""),
    ...files,
  })
    .filter(({ rule }) => /^(?:path-|duplicate-|url-)/.test(rule))
    .map(({ rule, message, span: { file, start, end } }) => [rule, file.text.slice(start, end), message]);
}

const show = { title: "Show lamp", call: "GET /lamps/{lamp_id}", rows: ["lamp_id"] };
const list = { title: "List lamps", call: "GET /lamps", sample: { lamps: [] } };

test("a URL that lacks a variable is one finding at the URL", () => {
  const lacks = [
    "path-parameter-not-in-url",
    "/lamps",
    "The URL lacks `{lamp_id}`, which has a row here and stands in the URL of `GET /lamps/{lamp_id}`. Write `/lamps/{lamp_id}`.",
  ];
  expect(told([show, { title: "Delete lamp", call: "DELETE /lamps", rows: ["lamp_id"] }])).toEqual([lacks]);
  expect(
    told([
      list,
      { ...show, call: "GET /lamps" },
      { title: "Delete lamp", call: "DELETE /lamps/{lamp_id}", rows: ["lamp_id"] },
    ]),
  ).toEqual([[lacks[0], lacks[1], lacks[2]!.replace("GET", "DELETE")]]);
});

test.each([
  ["a list", { title: "List lamps", call: "GET /lamps", rows: ["lamp_id"] }],
  ["a request that makes one", { title: "Create lamp", call: "POST /lamps", rows: ["lamp_id"] }],
  ["a request for all", { title: "Delete all lamps", call: "DELETE /lamps", rows: ["lamp_id"] }],
])("the row of %s is too much", (_, section) => {
  const remove = { title: "Remove lamp", call: "DELETE /lamps/{lamp_id}", rows: ["lamp_id"] };
  expect(told([remove, section]).map(([rule, place]) => [rule, place])).toEqual([
    ["path-parameter-not-in-url", "lamp_id: lamp_id"],
  ]);
});

const copied = (url: string) => [
  "duplicate-operation",
  url,
  "Method and URL are those of `Show lamp`, but this operation is about `shade`. Correct the URL.",
];

test("a URL copied from another resource is one finding at the copy, wherever that stands", () => {
  const shade = { title: "Show shade", call: "GET /lamps/{lamp_id}", rows: ["shade_id"] };
  expect(told([show, shade])).toEqual([copied("/lamps/{lamp_id}")]);
  expect(told([shade, show])).toEqual([copied("/lamps/{lamp_id}")]);
  const sampled = {
    title: "Show shade",
    call: "GET /lamps/{lamp_id}",
    rows: ["lamp_id"],
    sample: { shade: {} },
  };
  expect(told([sampled, { ...show, sample: { lamp: {} } }])).toEqual([copied("/lamps/{lamp_id}")]);
  const make = { title: "Create lamp", call: "POST /lamps", sample: { lamp: {} } };
  expect(told([make, { title: "Create shade", call: "POST /lamps", sample: { shade: {} } }])).toHaveLength(1);
});

test("two views of one resource share its URL", () => {
  expect(
    told([
      {
        title: "Switch lamp on",
        call: "POST /lamps/{lamp_id}/action",
        rows: ["lamp_id"],
        sample: { on: {} },
      },
      { title: "Dim lamp", call: "POST /lamps/{lamp_id}/action", rows: ["lamp_id"], sample: { dim: {} } },
      { title: "Create lamp", call: "POST /lamps", sample: { lamp: {} } },
      { title: "Create many lamps with shade", call: "POST /lamps", sample: { shade: {} } },
    ]),
  ).toEqual([]);
});
