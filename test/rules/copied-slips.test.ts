import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const definition = (key: string, type = "string", text = "What it is.", more = "") =>
  `${key}:\n  description: |\n    ${text}\n  in: body\n  required: true\n  type: ${type}\n${more}`;

const show = (name: string, rows: string, more = "") =>
  `Show ${name}\n-----${"-".repeat(name.length)}\n\n.. rest_method:: GET /${name}s/{id}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows}\n${more}`;

/** The rules of findings that begin so, with their places, one for each cause. */
function told(index: string, parameters: string, rules: RegExp) {
  const found = checkTree({ "index.rst": `Lamps\n=====\n\n${index}`, "parameters.yaml": parameters }).filter(
    ({ rule }) => rules.test(rule),
  );
  const causes = new Map(found.map((one, at) => [one.cause ?? at, one]));
  return [...causes.values()].map(({ rule, span: { file, start, end } }) => [
    rule,
    file.text.slice(start, end).split("\n")[0],
  ]);
}

test("rows that lack their directive are no list that is indented too far, and what they look up is used", () => {
  const index = `${show("lamp", "   - watts: watts\n")}Request\n~~~~~~~\n\n    - colour: colour\n    - size: size\n`;
  const parameters = ["colour", "size", "shade", "watts"].map((key) => definition(key)).join("");
  expect(told(index, parameters, /^(?:rst-quoted-list|operation-part-stray|definition-unused)$/)).toEqual([
    ["operation-part-stray", "- colour: colour"],
    ["definition-unused", "shade"],
  ]);
});

test("an indented list of anything else is a quotation", () => {
  const index = `Lamps come in\n\n    - red: like fire\n    - blue: like ice\n\n${show("lamp", "   - watts: watts\n")}`;
  expect(told(index, definition("watts"), /^rst-quoted-list$/)).toHaveLength(1);
});

test("a slip of a directive that was copied has one cause, and nothing says that the sample lacks", () => {
  const slip = "..literalinclude:: lamp.json\n\n";
  const index = show("lamp", "   - watts: watts\n", slip) + show("shade", "   - watts: watts\n", slip);
  expect(told(index, definition("watts"), /^(?:rst-markup-mistaken|operation-unsampled)$/)).toEqual([
    ["rst-markup-mistaken", "..literalinclude::"],
  ]);
});

test("an operation without any directive for a sample lacks one", () => {
  expect(
    told(show("lamp", "   - watts: watts\n"), definition("watts"), /^operation-unsampled$/),
  ).toHaveLength(1);
});

test("rows of one name that look up a definition which is not there have one cause", () => {
  const index = show("lamp", "   - watts: wats\n   - size: sise\n") + show("shade", "   - watts: wats\n");
  expect(told(index, definition("colour"), /^unknown-parameter$/)).toHaveLength(2);
});

test("a slip in a version that was copied has one cause", () => {
  const parameters = ["a", "b"]
    .map((key) => definition(key, undefined, undefined, "  min_version: v2\n"))
    .join("");
  const other = definition("c", undefined, undefined, "  min_version: v3\n");
  const index = show("lamp", "   - a: a\n   - b: b\n   - c: c\n");
  expect(told(index, parameters + other, /^microversion-invalid$/)).toHaveLength(2);
});

test("strong text that ends behind a blank is one finding", () => {
  const found = told("**The lamp **\n\nA ``lamp` is lit.\n", "", /^rst-(?:malformed|markup-leftover)$/);
  expect(found.filter(([, text]) => text!.includes("*"))).toEqual([["rst-malformed", "**"]]);
});

test("a type that the listed values contradict is the definition's fault", () => {
  const sampled = (text: string, value: string) =>
    told(
      show("lamp", "   - state: state\n", `.. code-block:: json\n\n   {"state": ${value}}\n`),
      definition("state", "integer", text),
      /^sample-type$/,
    );
  const listed = "The state. Possible values are ``lit`` and ``dim``.";
  expect(sampled(listed, '"lit"')).toEqual([["sample-type", "type: integer"]]);
  expect(sampled("The state. Possible values are ``1`` and ``dim``.", '"dim"')).toEqual([]);
  expect(sampled("The state.", '"lit"')).toEqual([["sample-type", '"lit"']]);
});
