import fc from "fast-check";
import { expect, test } from "vitest";
import { columnWidth } from "../../src/rst/lines.ts";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";
import { checkTree } from "../support/project.ts";

const operation = "\n\n.. rest_method:: GET /widgets\n";

test.each([
  ["wide characters count twice", `小部件列表\n«=========»${operation}`],
  ["as long as its wide title", `小部件列表\n==========${operation}`],
  ["longer than its title", `Widgets\n==========${operation}`],
  ["a line above and one below, both too short", `====\nWidgets\n«====»${operation}`],
  ["two lines of unequal length", `=======\nWidgets\n«======»${operation}`],
  ["two lines of unequal length, both long enough", `«========»\nWidgets\n==========${operation}`],
  ["indentation counts between two lines", `========\n Widgets\n========${operation}`],
  ["indentation that the lines do not cover", `=======\n Widgets\n«=======»${operation}`],
  ["too short to be an underline", `Widgets\n=======\n\nList\n«---»${operation}`],
  ["a single character", `Widgets\n=======\n\nList\n«-»${operation}`],
  ["short, and as long as its title", `Ports\n=====\n\nAll\n---${operation}`],
  ["an ellipsis below a text", `Widgets\n=======\n\nGreen, blue\n...${operation}`],
])("%s", (_, text) => {
  expectFindingsAtMarks("rst-title-underline", { "index.rst": text });
});

test("its fix leaves nothing to fix, and lines as long as their title", () => {
  const title = fc
    .array(fc.constantFrom(..."ab c部é-\u0301".split("")), { minLength: 4, maxLength: 12 })
    .map((characters) => `T${characters.join("").trim()}`);
  fc.assert(
    fc.property(
      title,
      fc.integer({ min: 4, max: 14 }),
      fc.option(fc.integer({ min: 4, max: 14 })),
      (name, below, above) => {
        const lines = [...(above === null ? [] : ["=".repeat(above)]), name, "=".repeat(below)];
        const text = `${lines.join("\n")}${operation}`;
        const edits = checkTree({ "index.rst": text }).flatMap(({ rule, edits: found }) =>
          rule === "rst-title-underline" ? (found ?? []) : [],
        );
        let mended = text;
        for (const { span, text: inserted } of edits.toSorted((a, b) => b.span.start - a.span.start))
          mended = mended.slice(0, span.start) + inserted + mended.slice(span.end);
        const rest = checkTree({ "index.rst": mended }).filter(({ rule }) => rule === "rst-title-underline");
        expect(rest).toEqual([]);
        const wanted = Math.max(columnWidth(name), below, above ?? 0);
        expect(mended.match(/^=+$/gm)!.map(({ length }) => length)).toEqual(
          above === null ? [wanted] : [wanted, wanted],
        );
      },
    ),
  );
});
