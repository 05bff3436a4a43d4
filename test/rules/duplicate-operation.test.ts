import { expect, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";
import { checkTree } from "../support/project.ts";

/** A document of sections: title, method line, and what stands below. */
function tree(...sections: readonly (readonly [title: string, request: string, below?: string])[]) {
  const texts = sections.map(([title, request, below = ""]) => {
    const underline = "-".repeat(title.replace(/[«»]/g, "").length);
    return `${title}\n${underline}\n\n.. rest_method:: ${request}\n\n${below}`;
  });
  return {
    "index.rst": `Widgets\n=======\n\n${texts.join("\n")}`,
    "parameters.yaml": ["paint", "polish"]
      .map((key) => `${key}:\n  description: The ${key}.\n  in: body\n  required: true\n  type: string\n`)
      .join(""),
  };
}

const rows = (key: string) => `.. rest_parameters:: parameters.yaml\n\n   - ${key}: ${key}\n`;

test.each([
  ["the same title", tree(["Make", "POST /widgets"], ["«Make»", "POST /widgets"])],
  ["nearly the same title", tree(["Make the widget", "POST /widgets"], ["«Make widgets»", "POST /widgets"])],
  [
    "other titles, the same rows",
    tree(["Paint", "POST /widgets", rows("paint")], ["«Colour»", "POST /widgets", rows("paint")]),
  ],
  ["other titles of a request without body", tree(["Show", "GET /widgets/1"], ["«Look»", "GET /widgets/1"])],
  ["three times", tree(["Show", "GET /widgets"], ["«Show»", "GET /widgets"], ["«Show»", "GET /widgets"])],
])("%s", (_, texts) => {
  expectFindingsAtMarks("duplicate-operation", texts);
});

test.each([
  [
    "the title of a notification, whose URL is the consumer's",
    tree(
      ["Lamp lit", "POST < callbackUri (of the consumer) >"],
      ["Lamp dark", "POST < callbackUri (of the consumer) >"],
    ),
  ],
  ["the method", tree(["Widget", "GET /widgets"], ["Widget", "POST /widgets"])],
  ["the query", tree(["Show", "GET /widgets"], ["Show", "GET /widgets?detail=True"])],
  [
    "the key of the body",
    tree(["Paint", "POST /widgets", rows("paint")], ["Polish", "POST /widgets", rows("polish")]),
  ],
  [
    "the titles of actions that document no body",
    tree(["Paint", "POST /w/action"], ["Polish", "POST /w/action"]),
  ],
  ["the microversion", tree(["Show", "GET /widgets"], ["Show", "GET /widgets", ".. versionadded:: 2.5\n"])],
])("%s tells apart", (_, texts) => {
  expectFindingsAtMarks("duplicate-operation", texts);
});

test("a file that is included twice is one finding, an info, at the second include", () => {
  const texts = {
    "index.rst": "Widgets\n=======\n\n.. include:: widgets.inc\n.. include:: «widgets.inc»\n",
    "widgets.inc":
      "List\n----\n\n.. rest_method:: GET /widgets\n\nMake\n----\n\n.. rest_method:: POST /widgets\n",
  };
  expectFindingsAtMarks("duplicate-operation", texts);
  const severities = (settings: Map<string, "error">) =>
    checkTree({ ...texts, "index.rst": texts["index.rst"].replace(/[«»]/g, "") }, settings)
      .filter(({ rule }) => rule === "duplicate-operation")
      .map(({ severity }) => severity);
  expect(severities(new Map())).toEqual(["info"]);
  expect(severities(new Map([["duplicate-operation", "error"]]))).toEqual(["error"]);
});

/** Two pages with an operation of one title and URL, and what each says of all of it. */
function pages(first: string, second: string, mark = (title: string) => title) {
  const page = (title: string, text: string, list: string) =>
    `${title}\n${"=".repeat(title.length)}\n\n${text}\n\n${list}\n------------\n\n.. rest_method:: GET /widgets\n`;
  return {
    "index.rst": "Widgets\n=======\n\n.. toctree::\n\n   first\n   second\n",
    "first.rst": page("Widgets", first, "List widgets"),
    "second.rst": page("More widgets", second, mark("List widgets")),
  };
}

test.each([
  ["the second page", "All of them.", "(Since API v3.4) More of them."],
  ["the first page", "(Since API v3.4) More of them.", "All of them."],
])("versions of %s alone tell no operations apart", (_, first, second) => {
  expectFindingsAtMarks(
    "duplicate-operation",
    pages(first, second, (title) => `«${title}»`),
  );
});

test("two pages of different versions tell their operations apart", () => {
  expectFindingsAtMarks(
    "duplicate-operation",
    pages("(Since API v3.4) Some of them.", "(Since API v3.5) More of them."),
  );
});

/** Two references that document one request, whose other operations have these URLs and parameters files. */
function references(...of: readonly (readonly [url: string, file: string])[]) {
  const definition = "colour:\n  description: The colour.\n  in: body\n  required: true\n  type: string\n";
  const texts = of.map(
    ([url, file], index) =>
      `Widgets\n=======\n\n${index === 0 ? "Show versions" : "«List of versions»"}\n${"-".repeat(18)}\n\n.. rest_method:: GET /\n\n${[1, 2].map((at) => `Make ${index}${at}\n-------\n\n.. rest_method:: POST ${url}/${index}${at}\n\n.. rest_parameters:: ${file}\n\n   - colour: colour\n\n`).join("")}`,
  );
  return {
    "index.rst": "Widgets\n=======\n\n.. toctree::\n\n   first\n   second\n",
    "first.rst": texts[0]!,
    "second.rst": texts[1]!,
    "a.yaml": definition,
    "b.yaml": definition,
  };
}

test("what the references of two versions both document is no duplicate", () => {
  const texts = references(["/v2", "a.yaml"], ["/v3", "b.yaml"]);
  expectFindingsAtMarks("duplicate-operation", {
    ...texts,
    "second.rst": texts["second.rst"].replace(/[«»]/g, ""),
  });
  expectFindingsAtMarks("duplicate-operation", references(["/v3", "a.yaml"], ["/v3", "b.yaml"]));
  expectFindingsAtMarks("duplicate-operation", references(["/v2", "a.yaml"], ["/v3", "a.yaml"]));
});

test("of requests that are the same the remedy is one section, or the query that only one has", () => {
  const said = (below: string) =>
    checkTree({
      ...tree(["List", "GET /widgets"], ["List some", "GET /widgets", below]),
      "query.yaml": "ids:\n  description: Which.\n  in: query\n  required: false\n  type: string\n",
    })
      .filter(({ rule }) => rule === "duplicate-operation")
      .map(({ message }) => message);
  expect(said("")).toEqual([
    "`List` documents a request with the same method and URL. Document it in one section.",
  ]);
  expect(said(".. rest_parameters:: query.yaml\n\n   - ids: ids\n")).toEqual([
    "`List` documents a request with the same method and URL. Where `ids` makes the difference, write it into this URL: `/widgets?ids={ids}`.",
  ]);
});

test.each([
  ["of different things", "ip", "The address.", true],
  ["of one thing", "name", "The bulb's name.", false],
])("paths that differ in a variable %s", (_, other, text, isTold) => {
  const row = (key: string) => `.. rest_parameters:: parameters.yaml\n\n   - ${key}: ${key}_path\n`;
  const definition = (key: string, words: string) =>
    `${key}_path:\n  description: ${words}\n  in: path\n  required: true\n  type: string\n`;
  const told = checkTree({
    ...tree(
      ["List bulbs", `GET /bulbs/{${other}}`, row(other)],
      ["Show bulb", "GET /bulbs/{bulb_name}", row("bulb_name")],
    ),
    "parameters.yaml": definition(other, text) + definition("bulb_name", "The bulb's name."),
  }).filter(({ rule }) => rule === "duplicate-operation");
  expect(told.map(({ severity, message }) => `${severity}: ${message}`)).toEqual(
    isTold
      ? [
          "info: `List bulbs` documents `GET /bulbs/{ip}`, which differs from this in the names of variables only, so the document has one operation for both. Put both into one section that says what may stand there.",
        ]
      : [],
  );
});
