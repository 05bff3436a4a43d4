import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const definition = (key: string, fields: string) => `
${key}:
  in: path
  type: string
${fields.replace(/^(?=.)/gm, "  ")}
`;

/** The names of the rows that are told of, for rows `moon` and `planet` at `/moons/{moon}`. */
function told(moon: string, planet: string): string[] {
  return checkTree({
    "index.rst": `Moons
=====

.. rest_method:: GET /moons/{moon}

.. rest_parameters:: parameters.yaml

   - moon: moon
   - planet: planet
`,
    "parameters.yaml": definition("moon", moon) + definition("planet", planet),
  })
    .filter(({ rule }) => rule === "path-parameter-not-in-url")
    .map(({ message }) => /`(\w+)`/.exec(message)![1]!);
}

const plain = "description: The body.\nrequired: true";

test.each([
  ["a row that is not in the URL", plain, plain, ["planet"]],
  ["one of some microversions only", plain, `${plain}\nmin_version: 2.3`, ["planet"]],
  [
    "one that was in the URL before the variable that is there now",
    `${plain}\nmin_version: 2.3`,
    `${plain}\nmax_version: 2.2`,
    [],
  ],
  ["one that came after it", `${plain}\nmax_version: 2.2`, `${plain}\nmin_version: 2.3`, []],
  [
    "a part of the URL that may be left out",
    plain,
    "description: The planet. It is optional since 2.3.\nrequired: false",
    [],
  ],
  [
    "one that has to be there, whatever is optional",
    plain,
    "description: The planet. Its rings are optional.\nrequired: true",
    ["planet"],
  ],
])("%s", (_, moon, planet, names) => {
  expect(told(moon, planet)).toEqual(names);
});
