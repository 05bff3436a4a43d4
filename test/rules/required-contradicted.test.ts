import { describe, expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

function told(
  description: string,
  required: boolean,
  sides: readonly string[] = ["Request"],
  place = "body",
) {
  return checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: POST /lamps\n\n${sides.map((side) => `${side}\n${"-".repeat(side.length)}\n\n.. rest_parameters:: parameters.yaml\n\n   - watts: watts\n\n`).join("")}`,
    "parameters.yaml": `watts:\n  description: |\n${description.replace(/^(?=.)/gm, "    ")}\n  in: ${place}\n  required: ${required}\n  type: integer\n`,
  })
    .filter(({ rule }) => rule === "required-contradicted")
    .map(({ message }) => message);
}

describe("required, but the text says", () => {
  test.each([
    ["The watts. The default is 5.", "The default is 5"],
    ["Watts, and the default is 5.", "the default is 5"],
    ["Watts. Default: 5", "Default: 5"],
    ["Watts. Defaults to ``5``.", "Defaults to ``5``"],
    ["Watts. ``5`` by default.", "``5`` by default"],
    ["By default, the value is that of the room.", "By default, the value is that of the room"],
    ["The watts. Required if the lamp is new.", "Required if the lamp is new"],
    ["This parameter is required only when lamps burn.", "This parameter is required only when lamps burn"],
    ["Watts; if not specified, 5.", "if not specified, 5"],
    ["Watts. If this value is not\nset, it is 5.", "If this value is not set, it is 5"],
    ["Optional. Watts.", "Optional"],
    ["Watts, if a lamp is named then ``watts`` is\nnot required", "``watts`` is not required"],
    ["Watts of it.\n\nNot required if a lamp is named", "Not required if a lamp is named"],
    ["Watts. Not required if the lamp is named.", "Not required if the lamp is named"],
    ["Watts. This parameter is optional.", "This parameter is optional"],
  ])("%s", (text, words) => {
    expect(told(text, true)).toEqual([
      `The text of \`watts\` says "${words}", but it is \`required: true\`. Write \`required: false\`, or correct the text.`,
    ]);
    expect(told(text, false)).toEqual([]);
  });

  test.each([
    ["of another parameter", "If the watts are given, ``shade`` is not required."],
    ["of something else", "The watts of the default socket, with an optional key."],
    ["of a single value", "The watts:\n\n- ``low``: The default is 5."],
    ["of what others do by default", "By default, administrators see the value."],
    ["on a condition", "Required for long lamps. The default is 5."],
    ["of the past", "Was optional before: the rest followed by default settings."],
  ])("nothing where it speaks %s", (_, text) => {
    expect(told(text, true)).toEqual([]);
  });
});

test.each([
  ["You must include a value for this attribute in your request.", 1],
  ["This field is required.", 1],
  ["Mandatory. The watts.", 1],
  ["You must include this attribute if the lamp is long.", 0],
  ["This field is required for long lamps.", 0],
  ["This field is required. The default is 5.", 0],
])("optional, but the text says: %s", (text, count) => {
  expect(told(text, false)).toHaveLength(count);
  expect(told(text, true)).toEqual([]);
});

test("a definition of responses, too, may be right there", () => {
  expect(told("Watts. The default is 5.", true, ["Response"])).toEqual([]);
  expect(told("Watts. The default is 5.", true, ["Request", "Response"])).toEqual([
    expect.stringContaining("Give the requests a definition of their own with `required: false`"),
  ]);
});

test("a variable of the path is required whatever its text says", () => {
  expect(told("Watts. The default is 5.", true, ["Request"], "path")).toEqual([]);
});

describe("a response's property is required, but the text says", () => {
  test.each([
    ["Watts. Present once it is lit and absent otherwise.", "absent otherwise"],
    ["Watts. It shall not be present before it is lit.", "not be present before it is lit"],
    ["Watts. Only returned if it is lit.", "Only returned if it is lit"],
    ["Watts. This field only appears when it is lit.", "This field only appears when it is lit"],
    [
      "Watts. Appears in the response for administrative users only.",
      "Appears in the response for administrative",
    ],
    [
      'Watts. This value is only available to users with an "admin" role.',
      "This value is only available to users",
    ],
    ["Watts. It is shown only to users\nof the room.", "shown only to users of the room"],
  ])("%s", (text, words) => {
    expect(told(text, true, ["Response"])).toEqual([
      expect.stringMatching(/clients refuse responses without it\. Write `required: false`/),
    ]);
    expect(told(text, true, ["Response"])[0]).toContain(words.slice(words.indexOf(" ") + 1));
    expect(told(text, false, ["Response"])).toEqual([]);
    expect(told(text, true, ["Request"])).toEqual([]);
  });

  test.each([
    "Watts. Only returned if the microversion is 2.5.",
    "Watts. Only lamps for the room have it.",
    "Watts of what is present if it is lit.",
    "Watts. Lamps that are used by administrators only.",
    "Watts. By default it may be changed by administrators only.",
  ])("not where it says: %s", (text) => {
    expect(told(text, true, ["Response"])).toEqual([]);
  });
});

test.each([
  ["a key that ends in it", "watts_optional", "watts", true, "true"],
  ["with a hyphen", "watts-optional", "watts", true, "true"],
  ["said in other words", "watts_not_required", "watts", true, "true"],
  ["rightly", "watts_optional", "watts", false, "false"],
  ["of a property that is called so itself", "is_optional", "is_optional", false, "true"],
  ["of a variable of the URL", "watts_optional", "watts", false, "true", "path"],
])("a definition that is called optional: %s", (_, key, name, isTold, required, place = "body") => {
  const findings = checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: PUT /lamps/1\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n   - shade: shade\n   - ${name}: ${key}\n\n.. literalinclude:: lamp.json\n`,
    "parameters.yaml": `${key}:\n  description: |\n    The watts.\n  in: ${place}\n  required: ${required}\n  type: integer\nshade:\n  description: |\n    The shade.\n  in: body\n  required: true\n  type: string\n`,
    "lamp.json": '{"shade": "green"}',
  });
  const told = findings.filter(({ rule }) => rule === "required-contradicted");
  expect(told.map(({ message }) => message)).toEqual(
    isTold ? [`\`${key}\` is called optional, but it is \`required: true\`. Write \`required: false\`.`] : [],
  );
  if (isTold) expect(findings.filter(({ rule }) => /sample-required|row-unsampled/.test(rule))).toEqual([]);
});
