import { expect, test } from "vitest";
import { readApiRef } from "../../src/apiref/read.ts";
import { habitsOf, styleName } from "../../src/fixes/habits.ts";
import { titleStyleAt } from "../../src/fixes/title-style.ts";
import { ROOT, treeOf } from "../support/project.ts";

function habits(texts: Record<string, string>) {
  const apiRef = readApiRef(treeOf(texts).files, ROOT);
  const found = habitsOf(apiRef);
  const document = (name: string) => apiRef.documents.find(({ file }) => file.path === `${ROOT}/${name}`)!;
  const shown = (style: Parameters<typeof styleName>[0] | undefined) => style && styleName(style);
  return {
    indent: (name: string) => found.contentIndent(document(name).file),
    title: (name: string) => found.codesTitle(document(name).file),
    styles: (name: string) =>
      [...found.titleStyles(document(name))].map(([depth, style]) => `${depth} ${shown(style)}`),
    atDepth: (depth: number) => shown(found.styleAtDepth(depth)),
    cuts: [...found.cuts].map(([path, all]) => [
      path.replace(`${ROOT}/`, ""),
      all.map((options) => options.map(({ name }) => name)),
    ]),
    styleAt: (...places: [name: string, depth: number][]) =>
      shown(
        titleStyleAt(
          places.map(([name, depth]) => ({ document: document(name), depth })),
          found,
        ),
      ),
  };
}

const list = (indent: string, outer = "") =>
  `${outer}.. rest_status_code:: success status.yaml\n\n${outer}${indent}- 200\n\n`;
const page = (...parts: string[]) =>
  `Lamps\n=====\n\nShow\n----\n\n.. rest_method:: GET /lamps\n\n${parts.join("")}`;

test("the content of directives is indented as most of it in the file, else in the tree, else by three blanks", () => {
  const { indent } = habits({
    "index.rst": page(list("  "), list("\t"), list("\t")),
    "other.rst": page("Text.\n"),
    "third.rst": page(list("  "), list("  "), list("  "), list("    ")),
  });
  expect([indent("index.rst"), indent("third.rst"), indent("other.rst")]).toEqual(["\t", "  ", "  "]);
  expect(habits({ "index.rst": page("Text.\n") }).indent("index.rst")).toBe("   ");
});

test("only what stands below a directive counts, from its own margin on", () => {
  expect(habits({ "index.rst": page("- Item\n\n", list("    ", "  ")) }).indent("index.rst")).toBe("    ");
  expect(habits({ "index.rst": page(".. note::\n\n     Text.\n") }).indent("index.rst")).toBe("   ");
  expect(
    habits({ "index.rst": page("- .. rest_status_code:: success a.yaml\n\n       - 200\n") }).indent(
      "index.rst",
    ),
  ).toBe("   ");
  expect(
    habits({ "index.rst": page(".. rest_parameters:: a.yaml\n\n  \n     - a: a\n") }).indent("index.rst"),
  ).toBe("     ");
});

test("the title of lists of codes is that of most in the file, else in the tree", () => {
  const titled = (title: string) => `${title}\n${"~".repeat(title.length)}\n\n${list("   ")}`;
  const { title } = habits({
    "index.rst": page(titled("Status codes"), ...Array(3).fill(titled("Response Codes"))),
    "other.rst": page("Text.\n"),
    "third.rst": page(titled("Status codes")),
    "fourth.rst": page(titled("Response")),
  });
  expect(["index.rst", "third.rst", "other.rst", "fourth.rst"].map(title)).toEqual([
    "Response Codes",
    "Status codes",
    "Response Codes",
    "Response Codes",
  ]);
  expect(habits({ "index.rst": page(list("   ")) }).title("index.rst")).toBe("Response codes");
});

test("a list outside of operations says nothing of their titles, one in a section of an operation does", () => {
  const chapter = `HTTP status codes\n-----------------\n\n${list("   ")}`;
  expect(habits({ "index.rst": `Lamps\n=====\n\n${chapter}` }).title("index.rst")).toBe("Response codes");
  const inside = `Show\n----\n\n.. rest_method:: GET /lamps\n\nMore\n~~~~\n\nStatus code\n^^^^^^^^^^^\n\n${list("   ")}`;
  expect(habits({ "index.rst": `Lamps\n=====\n\n${inside}` }).title("index.rst")).toBe("Status code");
});

test("styles of titles by their depth: the first of a document, the one that most documents have", () => {
  const { styles, atDepth } = habits({
    "index.rst": "=====\nLamps\n=====\n\nA\n-\n\nB\n~\n",
    "two.rst": "Two\n***\n\nA\n-\n",
    "three.rst": "Three\n*****\n\nA\n+\n",
  });
  expect(styles("index.rst")).toEqual(["1 ==", "2 -", "3 ~"]);
  expect(styles("two.rst")).toEqual(["1 *", "2 -"]);
  expect([1, 2, 3, 4].map(atDepth)).toEqual(["*", "-", "~", undefined]);
});

test("a style means one depth in all documents where a title is to stand", () => {
  const { styleAt } = habits({
    "index.rst": "=====\nLamps\n=====\n\nA\n-\n\nB\n~\n",
    "two.rst": "Two\n===\n\nA\n-\n",
    "three.rst": "Three\n*****\n\nA\n+\n\nB\n-\n",
    "four.rst": "Four\n****\n",
  });
  expect(styleAt(["index.rst", 3])).toBe("~");
  expect(styleAt(["two.rst", 3])).toBe("~");
  expect(styleAt(["three.rst", 3])).toBe("-");
  expect(styleAt(["index.rst", 2], ["two.rst", 2])).toBe("-");
  expect(styleAt(["index.rst", 2], ["three.rst", 2])).toBeUndefined();
  expect(styleAt(["index.rst", 2], ["three.rst", 4])).toBeUndefined();
  expect(styleAt(["two.rst", 2], ["four.rst", 2])).toBe("-");
  expect(styleAt(["index.rst", 4])).toBe("^");
  expect(styleAt(["four.rst", 5])).toBe("=");
});

test("includes that bring in some lines of a file", () => {
  const { cuts } = habits({
    "index.rst": page(
      ".. include:: a/part.inc\n   :end-line: 2\n\n.. include:: a/part.inc\n   :start-after: x\n\n.. include:: whole.inc\n",
    ),
    "a/part.inc": "One.\n\nTwo.\n",
    "whole.inc": "One.\n",
  });
  expect(cuts).toEqual([["a/part.inc", [["end-line"], ["start-after"]]]]);
});
