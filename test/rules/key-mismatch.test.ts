import { describe, expect, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";
import { checkTree } from "../support/project.ts";

function found(rows: readonly string[], keys: readonly string[], sample = "") {
  const definition = (key: string) =>
    `${key}:\n  description: Words on the ${key.replaceAll("_", " ")}.\n  in: body\n  required: true\n  type: string\n`;
  return checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}${sample === "" ? "" : `\n.. code-block:: json\n\n   ${sample}\n`}`,
    "parameters.yaml": keys.map(definition).join(""),
  })
    .filter(({ rule }) => rule === "key-mismatch")
    .map(({ message }) => message);
}

test("the definition that the copied key is the pattern of", () => {
  expect(
    found(["maximum: lamp_minimum", "minimum: lamp_minimum"], ["lamp_maximum", "lamp_minimum", "maximum"]),
  ).toEqual([expect.stringContaining("Did you mean `lamp_maximum`?")]);
});

test.each([
  ["no definition of its own", ["owner: lamp", "lamp: lamp"], ["lamp"]],
  ["a shorter name of the same", ["id: lamp_id", "lamp_id: lamp_id"], ["lamp_id", "id"]],
  ["nobody else's key", ["owner: lamp_owner"], ["lamp_owner", "owner"]],
])("nothing where there is %s", (_, rows, keys) => {
  expect(found(rows, keys)).toEqual([]);
});

test.each([
  ["two things", '{"owner_id": "a", "lamp_id": "b"}', ["Add a definition for `owner_id`"]],
  ["one thing", '{"owner_id": "a", "lamp_id": "a"}', []],
  ["one of them only", '{"lamp_id": "a"}', []],
])("without a definition of the other name, where a sample shows %s", (_, sample, expected) => {
  expect(found(["owner_id: lamp_id", "lamp_id: lamp_id"], ["lamp_id"], sample)).toEqual(
    expected.map((text) => expect.stringContaining(text)),
  );
});

test.each([
  ["X-Lamp-Reqeust", "header", ["Correct the name"]],
  ["X-Lamp_Request", "header", ["Correct the name"]],
  ["X-Lamp-Requests", "header", []],
  ["X-Lamp-Reply", "header", []],
  ["X-Lamp_Request", "body", []],
])("%s in: %s, where all others are X-Lamp-Request", (name, place, expected) => {
  const rows = [...Array.from({ length: 5 }, () => "X-Lamp-Request"), name];
  const tree = checkTree({
    "index.rst": rows
      .map(
        (row, index) =>
          `Lamp ${index}\n======\n\n.. rest_method:: PUT /lamps/${index}\n\n.. rest_parameters:: parameters.yaml\n\n   - ${row}: lamp_request\n`,
      )
      .join("\n"),
    "parameters.yaml": `lamp_request:\n  description: Words.\n  in: ${place}\n  required: false\n  type: string\n`,
  });
  expect(tree.filter(({ rule }) => rule === "key-mismatch").map(({ message }) => message)).toEqual(
    expected.map((text) => expect.stringContaining(text)),
  );
});

test.each([
  ["that begins as the key does", ["lamp_id", "lamp_socket_id"], "Did you mean `lamp_socket_id`?"],
  ["nowhere", ["lamp_id"], "Add a definition for `socket_id`, and look that up."],
])("a definition of the row's own name %s, where a sample shows two things", (_, keys, remedy) => {
  expect(
    found(["socket_id: lamp_id", "lamp_id: lamp_id"], keys, '{"socket_id": "a", "lamp_id": "b"}'),
  ).toEqual([expect.stringContaining(remedy)]);
});

test("a name of several words whose last words are the other's", () => {
  const rows = ["bulb_id: bulb_order_id", "bulb_order_id: bulb_order_id"];
  const sample = '{"bulb_id": "a", "bulb_order_id": "b"}';
  expect(found(rows, ["bulb_order_id"], sample)).toEqual([expect.stringContaining("Add a definition")]);
});

describe("a definition of another resource", () => {
  const operation = (title: string, target: string, rows: readonly string[]) =>
    `${title}\n${"=".repeat(title.length)}\n\n.. rest_method:: ${target}\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}\n`;
  const definitions = ["lamp_name", "lamp_title", "shade_name"]
    .map(
      (key) =>
        `${key}:\n  description: The ${key.replace("_", "'s ")}.\n  in: body\n  required: true\n  type: string\n`,
    )
    .join("");
  const shades = operation("Dye shade", "PUT /shades/{shade_id}", ["name: shade_name"]);
  const told = (update: string, more = shades) =>
    checkTree({
      "index.rst": operation("Create lamp", "POST /lamps", ["name: lamp_name"]) + update + more,
      "parameters.yaml": definitions,
    })
      .filter(({ rule }) => rule === "key-mismatch")
      .map(({ message }) => message);

  test("of which key and description speak", () => {
    expect(told(operation("Change lamp", "PUT /lamps/{id}", ["name: shade_name"]))).toEqual([
      "`name` looks up `shade_name`, which speaks of the shade; elsewhere it looks up `lamp_name`. Look that up.",
    ]);
  });

  test("whose key exists with the noun of the own resource is that one, at all its rows, and nothing calls it unused", () => {
    const definition = (key: string, required = true) =>
      `${key}:\n  description: The ${key.split("_").slice(1, 3).join("'s ")}.\n  in: body\n  required: ${required}\n  type: string\n`;
    const found = (more: string) =>
      checkTree({
        "index.rst": [
          operation("Create lamp", "POST /lamps", ["name: request_lamp_name"]),
          operation("Change lamp", "PUT /lamps/{id}", ["name: response_shade_name"]),
          operation("Show lamp", "GET /lamps/{id}", ["name: response_shade_name"]),
          operation("Dye shade", "PUT /shades/{shade_id}", ["name: response_shade_name"]),
        ].join(""),
        "parameters.yaml": definition("request_lamp_name", false) + definition("response_shade_name") + more,
      }).filter(({ rule }) => /^(?:key-mismatch|definition-unused)/.test(rule));
    const all = found(definition("response_lamp_name"));
    expect(all.map(({ message }) => message)).toEqual(
      [1, 2].map(
        () =>
          "`name` looks up `response_shade_name`, which speaks of the shade. Look up `response_lamp_name`.",
      ),
    );
    expect(new Set(all.map(({ cause }) => cause)).size).toBe(1);
    const other = found(definition("response_lamp_name", false));
    expect(other.map(({ rule }) => rule)).toContain("definition-unused");
    expect(other[0]!.message).toContain("Look that up, or another definition that speaks of the lamp.");
  });

  test.each([
    ["of the same resource", "Change lamp", "/lamps/{id}", ["name: lamp_title"]],
    ["of what the title names", "Change shade of lamp", "/lamps/{id}", ["name: shade_name"]],
    [
      "of an object in the same table",
      "Change lamp",
      "/lamps/{id}",
      ["shade: lamp_title", "name: shade_name"],
    ],
    ["twice in a table", "Change lamp", "/lamps/{id}", ["name: lamp_name", "name: shade_name"]],
    ["in another collection", "Change lamp", "/lamps/{id}/shades", ["name: shade_name"]],
  ])("not %s", (_, title, path, rows) => {
    expect(told(operation(title, `PUT ${path}`, rows))).toEqual([]);
  });

  test("not of what is no resource", () => {
    expect(told(operation("Change lamp", "PUT /lamps/{id}", ["name: shade_name"]), "")).toEqual([]);
  });
});

const lampPage = (row: string) => `
Lamps
=====

Show limits
-----------

.. rest_method:: GET /limits

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - lamp: lamp_limit

.. literalinclude:: limits.json
   :language: json

Show lamp
---------

.. rest_method:: GET /lamps/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - lamp: ${row}

.. literalinclude:: lamp.json
   :language: json
`;

const lampFiles = {
  "limits.json": `{"lamp": 10}
`,
  "lamp.json": `{"lamp": {"colour": "red"}}
`,
};

const limitDefinition = `lamp_limit:
  description: How many there may be.
  in: body
  required: true
  type: integer
`;

test("a row whose sample shows the type of the definition that has its name is told of once, at its key", () => {
  const files = {
    ...lampFiles,
    "index.rst": lampPage("«lamp_limit»"),
    "parameters.yaml": `
lamp:
  description: One that hangs.
  in: body
  required: true
  type: object
${limitDefinition}`,
  };
  const [finding] = expectFindingsAtMarks("key-mismatch", files);
  expect(finding!.message).toContain("Did you mean `lamp`?");
  const texts = { ...files, "index.rst": lampPage("lamp_limit") };
  const rules = checkTree(texts).map(({ rule }) => rule);
  expect(rules).not.toContain("sample-type");
  expect(rules).not.toContain("definition-unused");
});

/** A section of which the response has the one row `lamp`. */
const lampSection = (title: string, url: string, key: string, sample: string) =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: GET ${url}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - lamp: ${key}\n\n.. literalinclude:: ${sample}\n   :language: json\n\n`;

test("a list looks up the definition of one object, which other samples confirm", () => {
  const files = {
    "index.rst": `${lampPage("lamp")}\n${lampSection("List lamps", "/all-lamps", "«lamp»", "list.json")}`,
    "limits.json": `{"lamp": {"colour": "red"}}
`,
    "lamp.json": `{"lamp": {"colour": "red"}}
`,
    "list.json": `{"lamp": [{"colour": "red"}]}
`,
    "parameters.yaml": `
lamp:
  description: One that hangs.
  in: body
  required: true
  type: object
${limitDefinition}`,
  };
  const [finding] = expectFindingsAtMarks("key-mismatch", files);
  expect(finding!.message).toContain("No definition fits: write one of type `array`, and look that up.");
});

test("a list looks up the definition of one object, where rows of its name look up that of a list", () => {
  const sections = [
    lampSection("Show lamp", "/lamps/1", "lamp_one", "one.json"),
    lampSection("List lamps", "/lamps", "lamp_many", "many.json"),
    lampSection("List old lamps", "/lamps/old", "«lamp_one»", "many.json"),
  ];
  const [finding] = expectFindingsAtMarks("key-mismatch", {
    "index.rst": `Lamps\n=====\n\n${sections.join("")}`,
    "parameters.yaml":
      "lamp_many:\n  description: Lamps.\n  in: body\n  required: true\n  type: array\nlamp_one:\n  description: A lamp.\n  in: body\n  required: true\n  type: object\n",
    "one.json": '{"lamp": {"hue": "red"}}\n',
    "many.json": '{"lamp": [{"hue": "red"}]}\n',
  });
  expect(finding!.message).toContain("Did you mean `lamp_many`?");
});

test("a definition that describes what samples show has the wrong type, and its row is right", () => {
  const files = {
    ...lampFiles,
    "index.rst": lampPage("lamp_limit"),
    "limits.json": `{"lamp": ["ten"]}
`,
    "lamp.json": `{"lamp": ["red"]}
`,
    "parameters.yaml": `
lamp:
  description: Those that hang.
  in: body
  required: true
  type: array
lamp_limit:
  description: A list of limits.
  in: body
  required: true
  type: integer
`,
  };
  expectFindingsAtMarks("key-mismatch", files);
});

describe("rows that look up the definitions of another operation, as objects, while their samples show numbers", () => {
  const rows = (of: string) => [`height: height-${of}`, `weight: weight-${of}`, `lamps: lamps-${of}`];
  const response = (of: string, sample: string) =>
    `Response\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows(of)
      .map((row) => `   - ${row}\n`)
      .join("")}\n.. literalinclude:: ${sample}\n   :language: json\n`;
  const page = (target: string, title: string, of: string, sample: string) =>
    `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${target}\n\n${response(of, sample)}\n`;
  const definition = (key: string, type: string, description: string) =>
    `${key}:\n  description: ${description}\n  in: body\n  required: true\n  type: ${type}\n`;
  const tree = (height: string, more = "") => ({
    "index.rst": `Allowances\n==========\n\n${page("GET /allowances/1", "Show allowance", "shown", "shown.json")}${page("PUT /allowances/1", "Update allowance", "shown", "set.json")}${page("PUT /allowances/1/usual", "Update usual allowance", "shown", "usual.json")}${page("GET /lamps/1", "Show lamp", "of-lamp", "lamp.json")}${more}`,
    "parameters.yaml": [
      ...["height", "weight", "lamps"].map((name) =>
        definition(`${name}-shown`, "object", "Used, and most."),
      ),
      definition("height", "integer", height),
      definition("weight", "integer", "How heavy a lamp is."),
      ...["height", "weight", "lamps"].map((name) => definition(`${name}-of-lamp`, "integer", "Of a lamp.")),
      "",
    ].join(""),
    "shown.json":
      '{"height": {"used": 1, "most": 2}, "weight": {"used": 1, "most": 2}, "lamps": {"used": 1, "most": 2}}\n',
    "set.json": '{"height": 2, "weight": 2, "lamps": 2}\n',
    "usual.json": '{"height": 2, "weight": 2, "lamps": 2}\n',
    "lamp.json": '{"height": 2, "weight": 2, "lamps": 2}\n',
  });
  const use = (key: string) =>
    `Weigh lamp\n----------\n\n.. rest_method:: POST /lamps/1\n\n.. rest_parameters:: parameters.yaml\n\n   - height: ${key}\n   - weight: weight\n`;
  const told = (texts: Readonly<Record<string, string>>) =>
    checkTree(texts).filter(({ rule }) => rule === "key-mismatch" || rule === "sample-type");

  test("are told of once a table where the words of what has their names are of another resource", () => {
    const found = told(tree("How high a lamp is.", use("height")));
    expect(found.map(({ message }) => message)).toEqual([
      "`height` looks up `height-shown`, of type `object`, but its sample shows `2`, an integer; so it is with `weight` and `lamps`. No definition fits: write one of type `integer` for each, and look that up.",
      "`height` looks up `height-shown`, of type `object`, but its sample shows `2`, an integer; so it is with `weight` and `lamps`. No definition fits: write one of type `integer` for each, and look that up.",
    ]);
    expect(new Set(found.map(({ cause }) => cause)).size).toBe(1);
    expect(found[0]!.related!.map(({ message }) => message)).toContain("`height-shown` is right here");
  });

  test("are told what they may have meant where its description speaks of the resource", () => {
    const messages = told(tree("How high an allowance is.", use("height"))).map(({ message }) => message);
    expect(messages).toContain(
      "`height` looks up `height-shown`, of type `object`, but its sample shows `2`, an integer. Did you mean `height`?",
    );
  });
});

/** What is found of the keys of `colour` in two requests and two responses, `request request response response`. */
function ofSides(keys: string): string[] {
  const [first, second, third, fourth] = keys.split(" ");
  const operation = (method: string, request: string, response: string) =>
    `${method} lamp\n-----------\n\n.. rest_method:: ${method} /lamps/1\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - colour: ${request}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - colour: ${response}\n\n`;
  const definition = (key: string, type = "string") =>
    `${key}:\n  description: Words on ${key}.\n  in: body\n  required: true\n  type: ${type}\n`;
  return checkTree({
    "index.rst": `Lamps\n=====\n\n${operation("PUT", first!, third!)}${operation("PATCH", second!, fourth!)}`,
    "parameters.yaml": ["colour", "colour-request", "colour-response"].map((key) => definition(key)).join(""),
  })
    .filter(({ rule }) => rule === "key-mismatch")
    .map(({ message }) => message);
}

test.each([
  [
    "colour-request colour-request colour-request colour",
    "`colour` looks up `colour-request` in a response, where others look up `colour`. Look that up.",
  ],
  [
    "colour-request colour-request colour-response colour-request",
    "`colour` looks up `colour-request` in a response, where others look up `colour-response`. Look that up.",
  ],
  [
    "colour-request colour-response colour-response colour",
    "`colour` looks up `colour-response` in a request, where others look up `colour-request`. Look that up.",
  ],
])("the definition of the other side by its key: %s", (keys, message) => {
  expect(ofSides(keys)).toEqual([message]);
});

test.each([
  "colour-request colour-request colour colour-response",
  "colour-request colour-request colour-request colour-request",
  "colour colour colour-request colour-request",
])("keys that no other row of their side speaks against: %s", (keys) => {
  expect(ofSides(keys)).toEqual([]);
});
