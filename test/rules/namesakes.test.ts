import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const section = (title: string, method: string, rows: readonly string[]) =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}\n`;

const definitions = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts)
    .map(
      ([key, text]) =>
        `${key}:\n  description: |\n    ${text}\n  in: body\n  required: true\n  type: string\n`,
    )
    .join("");

const shades = section("Show shade", "GET /shades/{shade_id}", ["colour: colour"]);

function found(index: string, texts: Readonly<Record<string, string>>): string[] {
  return checkTree({ "index.rst": `Lamps\n=====\n\n${index}`, "parameters.yaml": definitions(texts) })
    .filter(({ rule }) => /^key-mismatch|^definition-unused/.test(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

test("a definition of another resource is wrong where one of the row's own lies unused", () => {
  const lamps = section("Show lamp", "GET /lamps/{lamp_id}", ["colour: colour"]);
  const texts = { colour: "The colour of the shade.", colour_1: "The colour of the lamp." };
  expect(found(lamps + shades, texts)).toEqual([
    "key-mismatch: `colour` looks up `colour`, which speaks of the shade; nothing looks up `colour_1`, which speaks of the lamp. Did you mean `colour_1`?",
  ]);
});

test.each([
  ["the lamp's row of a shade", ["shade: shade", "colour: colour"], "The colour of the shade."],
  ["a text that speaks of neither", ["colour: colour"], "The colour of the thing."],
  ["two rows of one name", ["colour: colour", "colour: colour"], "The colour of the shade."],
])("%s is no such mistake", (_, rows, text) => {
  const lamps = section("Show lamp", "GET /lamps/{lamp_id}", rows);
  const texts = { colour: text, colour_1: "The colour of the lamp.", shade: "What is round it." };
  expect(found(lamps + shades, texts).filter((one) => one.startsWith("key-mismatch"))).toEqual([]);
});

test.each([
  ["colour_lamp", "colour", "says what the operation is about"],
  ["colour_2", "any_colour", "speaks of the lamp, as the other does not"],
])("an unused `%s` names the row that looks up `%s`: it %s", (unused, used) => {
  const lamps = section("Show lamp", "GET /lamps/{lamp_id}", [`colour: ${used}`]);
  const texts = { [unused]: "How the lamp looks.", [used]: "How it looks." };
  expect(found(lamps, texts)).toEqual([
    `definition-unused: No row looks up \`${unused}\` in parameters.yaml; \`colour\` of \`Show lamp\` looks up \`${used}\`. Let it look up \`${unused}\` if that is meant, or remove the definition.`,
  ]);
});

test("an unused definition that no row is called after is told as before", () => {
  const lamps = section("Show lamp", "GET /lamps/{lamp_id}", ["size: size"]);
  expect(found(lamps, { colour_shade: "How the shade looks.", size: "How large it is." })).toEqual([
    "definition-unused: No row looks up `colour_shade` in parameters.yaml. Remove the definition, or add its row.",
  ]);
});

test("an unused definition that only has the row's name, or that of the side, may be a general one that was left over, but for what it requires", () => {
  const lamps = (side: string) =>
    section("Dim lamp", "PUT /lamps/{lamp_id}", ["colour: colour"]).replace("Response\n~~~~~~~~", side);
  const texts = { "colour-in-request": "How it is to look.", colour: "How it looks." };
  const told = (key: string) => [
    `definition-unused: No row looks up \`${key}\` in parameters.yaml. Remove the definition, or add its row.`,
  ];
  expect(found(lamps("Request\n~~~~~~~"), texts)).toEqual(told("colour-in-request"));
  expect(found(lamps("Response\n~~~~~~~~"), texts)).toEqual(told("colour-in-request"));
  const required = checkTree({
    "index.rst": `Lamps\n=====\n\n${lamps("Request\n~~~~~~~")}`,
    "parameters.yaml": definitions(texts).replace("required: true", "required: false"),
  }).filter(({ rule }) => rule === "definition-unused");
  expect(required.map(({ message }) => message)).toEqual([
    expect.stringContaining("Let it look up `colour-in-request` if that is meant"),
  ]);
  const named = section("Show lamp", "GET /lamps/{lamp_id}", ["colour: lamp_colour"]);
  expect(found(named, { colour: "How the lamp looks.", lamp_colour: "How it looks." })).toEqual(
    told("colour"),
  );
});

test("rows of a response that look up a parameter of the URL are wrong where the body has a family of its name", () => {
  const lamps = section("Show lamp", "GET /lamps/{lamp_id}", ["colour: colour"]);
  const told = (family: Readonly<Record<string, string>>) =>
    checkTree({
      "index.rst": `Lamps\n=====\n\n${lamps}${shades}`,
      "parameters.yaml":
        definitions({ colour: "Whose to show." }).replace("in: body", "in: path") + definitions(family),
    })
      .filter(({ rule }) => /^request-row|^definition-unused/.test(rule))
      .map(({ rule, span, message }) => `${rule} ${span.file.path.split("/").at(-1)}: ${message}`);
  expect(told({})[0]).toMatch(/^request-row-in-response parameters.yaml: .*Write `in: body`/);
  expect(told({ "colour-lamp": "How it looks.", "colour-shade": "How it looks." })).toEqual([
    expect.stringMatching(/^request-row-in-response index.rst: .*Nothing looks up `colour-lamp`/),
    expect.stringMatching(/^request-row-in-response index.rst: .*Nothing looks up `colour-shade`/),
  ]);
});

test("a row of a request whose body shows it is told of as well, where the body has a family of its name", () => {
  const paint = `Paint lamp\n----------\n\n.. rest_method:: POST /lamps\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - colour: colour\n\n.. code-block:: json\n\n   {"colour": "red"}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - colour: colour\n\n.. code-block:: json\n\n   {"colour": "red"}\n\n`;
  const told = (family: Readonly<Record<string, string>>) =>
    checkTree({
      "index.rst": `Lamps\n=====\n\n${paint}${shades}`,
      "parameters.yaml":
        definitions({ colour: "Whose to show." }).replace("in: body", "in: path") + definitions(family),
    })
      .filter(({ rule }) => /^(?:request-row-in-response|path-parameter-not-in-url)$/.test(rule))
      .map(({ rule, message }) => `${rule}: ${message.split(".")[0]}`);
  expect(
    told({ "colour-lamp": "The colour of the lamp.", "colour-shade": "The colour of the shade." }),
  ).toEqual([
    "path-parameter-not-in-url: `colour` is `in: path`, but not in the URL `/lamps`",
    "request-row-in-response: `colour` is `in: path`, but stands in a table of the response",
    "request-row-in-response: `colour` is `in: path`, but stands in a table of the response",
  ]);
  expect(told({})).toEqual([
    "request-row-in-response: `colour` is `in: path`, but no URL of the rows that look it up has it, and samples show it in the body",
  ]);
});

test("definitions that stand one behind the other were left over together", () => {
  const lamps = section("Show lamp", "GET /lamps/{lamp_id}", ["size: size"]);
  const texts = { bulb: "One.", cable: "Two.", size: "How large it is.", watts: "Three." };
  const causes = checkTree({ "index.rst": `Lamps\n=====\n\n${lamps}`, "parameters.yaml": definitions(texts) })
    .filter(({ rule }) => rule === "definition-unused")
    .map(({ cause }) => cause);
  expect(causes).toHaveLength(3);
  expect(causes[1]).toBe(causes[0]);
  expect(causes[2]).not.toBe(causes[0]);
});

const placed = (texts: Readonly<Record<string, readonly [place: string, text: string]>>) =>
  Object.entries(texts)
    .map(
      ([key, [place, text]]) =>
        `${key}:\n  description: |\n    ${text}\n  in: ${place}\n  required: false\n  type: string\n`,
    )
    .join("");

/** What is said of a row of another place and of definitions that nothing looks up. */
function misplaced(index: string, texts: Readonly<Record<string, readonly [string, string]>>): string[] {
  return checkTree({ "index.rst": `Lamps\n=====\n\n${index}`, "parameters.yaml": placed(texts) })
    .filter(({ rule }) => ["request-row-in-response", "body-on-get", "definition-unused"].includes(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

test("a row of the response that looks up a filter names the unused definition of the property", () => {
  const list = section("List lamps", "GET /lamps", ["colour: lamp_colour-query"]);
  const query = ["query", "Filter by the colour."] as const;
  const [message, ...others] = misplaced(list, {
    "lamp_colour-query": query,
    lamp_colour: ["body", "How it looks."],
  });
  expect(message).toContain("Nothing looks up `lamp_colour`, which may be meant.");
  expect(others).toEqual([]);
  const unlike = misplaced(list, { "lamp_colour-query": query, lamp_colours: ["body", "How they look."] });
  expect(unlike[0]).not.toContain("may be meant");
  expect(unlike).toHaveLength(2);
});

test.each([
  ["lamp_colour-query", "colour: lamp_colour", "Which to give.", false],
  ["colour-query", "colour: colour", "Which to give.", true],
  ["r_colour", "colour: colour", "Which lamps to give.", true],
  ["r_colour", "colour: colour", "Which shades to give.", false],
  ["lamp_query", "lamp: lamp", "Which lamps to give.", true],
  ["lamp_types_query", "lamp: lamp", "Which types of lamps to give.", false],
])(
  "whether `%s` is meant by `%s` of a request without a body, where it says %s",
  (key, row, text, isMeant) => {
    const list = section("List lamps", "GET /lamps", [row]).replace("Response\n~~~~~~~~", "Request\n~~~~~~~");
    const told = misplaced(list, { [row.split(": ")[1]!]: ["body", "It."], [key]: ["query", text] });
    const names = told.filter((one) => one.includes(`such as \`${key}\`, which nothing looks up`));
    expect([names.length, told.length]).toEqual(isMeant ? [1, 1] : [0, 2]);
  },
);

test("`bulbs-lamp` is the bulbs of a lamp, not the lamp of bulbs", () => {
  const page =
    section("Show lamp", "GET /lamps/{lamp_id}", ["bulbs: bulbs"]) +
    section("List bulbs", "GET /lamps/{lamp_id}/bulbs", ["lamp: lamp"]);
  const told = (required: boolean) =>
    checkTree({
      "index.rst": `Lamps\n=====\n\n${page}`,
      "parameters.yaml": `${definitions({ bulbs: "The bulbs of the lamp.", lamp: "Which." })}bulbs-lamp:\n  description: All bulbs of the lamp.\n  in: body\n  required: ${required}\n  type: string\n`,
    })
      .filter(({ rule }) => rule === "definition-unused")
      .map(({ message }) => message);
  expect(told(false)).toEqual([
    expect.stringContaining(
      "`bulbs` of `Show lamp` looks up `bulbs`. Let it look up `bulbs-lamp` if that is meant",
    ),
  ]);
  expect(told(true)).toEqual([expect.stringContaining("Remove the definition, or add its row.")]);
});

test("no row of a response is named for a definition of requests", () => {
  const page = section("Show lamp", "GET /lamps/{lamp_id}", ["colour: colour"]);
  const texts = { "lamp_colour-request": "How it is to look.", colour: "How it looks." };
  expect(found(page, texts)).toEqual([
    "definition-unused: No row looks up `lamp_colour-request` in parameters.yaml. Remove the definition, or add its row.",
  ]);
});

test("unused definitions that a number tells apart have one cause in a file", () => {
  const page = section("Show lamp", "GET /lamps/{lamp_id}", ["b: b", "d: d"]);
  const causes = checkTree({
    "index.rst": `Lamps\n=====\n\n${page}`,
    "parameters.yaml": definitions({ a_1: "One.", b: "Two.", c_2: "Three.", d: "Four.", e: "Five." }),
  })
    .filter(({ rule }) => rule === "definition-unused")
    .map(({ cause, called }) => [called, cause]);
  expect(causes.map(([called]) => called)).toEqual(["a_1", "c_2", "e"]);
  expect(causes[0]![1]).toBe(causes[1]![1]);
  expect(causes[2]![1]).not.toBe(causes[1]![1]);
});
