import { expect, test } from "vitest";
import { joined } from "../../src/findings/joined.ts";
import { checkTree } from "../support/project.ts";

const page = (title: string, ...methods: string[]) =>
  `${title}\n${"=".repeat(title.length)}\n\n${methods
    .map(
      (method, index) =>
        `Do ${title} ${index}\n---------------\n\n.. rest_method:: ${method}\n\n.. rest_parameters:: parameters.yaml\n\n   - lamp_id: lamp_id\n\n`,
    )
    .join("")}`;

const definition = "lamp_id:\n  description: Which lamp.\n  in: path\n  required: true\n  type: string\n";

/** What is said of the URLs of pages. */
function told(texts: Record<string, string>): string[] {
  const rules = ["url-malformed", "path-parameter-undocumented", "path-parameter-not-in-url"];
  return joined(
    checkTree({ "parameters.yaml": definition, ...texts }).filter(({ rule }) => rules.includes(rule)),
  ).map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
}

test("a variable in another notation and without a row is one mistake", () => {
  const shades = page(
    "Shades",
    "GET /lamps/{lamp_id}/{shade_id/name}",
    "GET /lamps/{lamp_id}/<shade_id>/size",
  );
  expect(told({ "index.rst": shades })).toEqual([
    "error url-malformed: The URL `/lamps/{lamp_id}/{shade_id/name}` has the variable `{shade_id/name}`. Write `/lamps/{lamp_id}/{shade_id}`, and add a row for `{shade_id}`, with `in: path`.",
    "error url-malformed: The URL `/lamps/{lamp_id}/<shade_id>/size` has `<…>` for `{…}`. Write `/lamps/{lamp_id}/{shade_id}/size`, and add a row for `{shade_id}`, with `in: path`.",
  ]);
});

test("one with a row is to be written otherwise, and no more", () => {
  expect(told({ "index.rst": page("Lamps", "GET /lamps/<lamp_id>") })).toEqual([
    "warning url-malformed: The URL `/lamps/<lamp_id>` has `<…>` for `{…}`. Write `/lamps/{lamp_id}`.",
  ]);
});

test("a habit of several pages is one mistake", () => {
  const texts = {
    "index.rst": ".. toctree::\n\n   lamps\n   shades\n",
    "lamps.rst": page("Lamps", "GET lamps/{lamp_id}"),
    "shades.rst": page("Shades", "GET shades/{lamp_id}"),
  };
  expect(told(texts)).toEqual([
    "warning url-malformed: The URL `lamps/{lamp_id}` has no leading slash. Write `/lamps/{lamp_id}`. The same at 1 more place.",
  ]);
});
