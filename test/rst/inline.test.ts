import { expect, test } from "vitest";
import { parseInline } from "../../src/rst/inline.ts";
import { unclosedMarkup } from "../../src/rst/markup-survey.ts";
import type { Inline } from "../../src/rst/tree.ts";

/** Inline markup in one line: `text <kind: text → destination> text`. */
function inlineText(inlines: readonly Inline[]): string {
  const shown = (inline: Inline): string => {
    switch (inline.kind) {
      case "text":
        return inline.text;
      case "emphasis":
      case "strong":
        return `<${inline.kind}: ${inlineText(inline.children)}>`;
      case "literal":
        return `<literal: ${inline.text}>`;
      case "reference":
        return `<to ${inline.uri ?? `name ${inline.name}`}: ${inline.text}>`;
      case "role":
        return `<${inline.role || "default"}: ${inline.text}${inline.target === undefined ? "" : ` → ${inline.target}`}>`;
      case "substitution":
        return `<|: ${inline.name}>`;
      case "footnote-reference":
        return `<[: ${inline.label}>`;
    }
  };
  return inlines.map(shown).join("");
}

const cases: readonly (readonly [given: string, want: string])[] = [
  ["plain text", "plain text"],
  ["lines\nare  joined \n here", "lines are  joined here"],
  // Literals
  ["a ``literal`` here", "a <literal: literal> here"],
  ["``a\\b`` and ``c`d``", "<literal: a\\b> and <literal: c`d>"],
  ["``*x`` *e*", "<literal: *x> <emphasis: e>"],
  ["``a``/``b``, (``c``)", "<literal: a>/<literal: b>, (<literal: c>)"],
  ["``over\nlines``", "<literal: over lines>"],
  ["``no``end and ``none", "``no``end and ``none"],
  // Emphasis
  ["*one two* and **three**", "<emphasis: one two> and <strong: three>"],
  ["*over\nlines*", "<emphasis: over lines>"],
  ["\"*quoted*\" and '*'", "\"<emphasis: quoted>\" and '*'"],
  ["**all *of* it**", "<strong: all *of* it>"],
  ["*.json, 2 * 3, a*b*c", "*.json, 2 * 3, a*b*c"],
  ["open *star and *e*", "open <emphasis: star and *e>"],
  // References
  ["see `the page <https://a.example/b>`__.", "see <to https://a.example/b: the page>."],
  ["`<https://a.example>`_", "<to https://a.example: https://a.example>"],
  ["`long\n<https://a.example/\nb>`__", "<to https://a.example/b: long>"],
  ["`Some Name`_ and name_", "<to name some name: Some Name> and <to name name: name>"],
  ["`text <other name_>`_", "<to name other name: text>"],
  ["a `one`_, `two`__ and `three`_", "a <to name one: one>, <to name two: two> and <to name three: three>"],
  ["snake_case_name, _lead, __init__", "snake_case_name, _lead, __init__"],
  ["at https://a.example/b_c?d=1. Or", "at <to https://a.example/b_c?d=1: https://a.example/b_c?d=1>. Or"],
  ["(http://a.example/x)", "(<to http://a.example/x: http://a.example/x>)"],
  // Roles
  [":ref:`title <label>` and :ref:`label`", "<ref: title → label> and <ref: label>"],
  [":py:class:`Widget`", "<py:class: Widget>"],
  ["`text`:doc: here", "<doc: text> here"],
  ["H\\ :sub:`2`\\ O", "H<sub: 2>O"],
  [":code:`a\\b`", "<code: a\\b>"],
  ["`default`", "<default: default>"],
  // The rest
  ["|name| and |other|_", "<|: name> and <|: other>"],
  ["a | b || c", "a | b || c"],
  [
    "one [1]_, two [#]_, three [#name]_, four [Doe2020]_",
    "one <[: 1>, two <[: #>, three <[: #name>, four <[: Doe2020>",
  ],
  ["an _`inline target` here *e*", "an inline target here <emphasis: e>"],
  ["\\*no\\* \\`markup\\` and \\\\", "*no* `markup` and \\"],
  ["`` `x`_", "`` <to name x: x>"],
  // What would begin a block on a line of its own
  ["- *item*", "- <emphasis: item>"],
  ["1. *item*", "1. <emphasis: item>"],
  [".. note:: *x*", ".. note:: <emphasis: x>"],
  ["*text*::", "<emphasis: text>::"],
  ["====", "===="],
];

for (const [given, want] of cases) test(given, () => expect(inlineText(parseInline(given))).toBe(want));

test("a text too long to be read is shown as it is, but for the markup that has an end of its own", () => {
  const words = "word ".repeat(3000);
  expect(inlineText(parseInline(`\`\`a\`\` *b* |c| ${words}`))).toBe(
    `<literal: a> <emphasis: b> |c| ${words}`,
  );
});

test("markup that starts and does not end", () => {
  const starts = unclosedMarkup("a *b, ``c, `d, |e, **f");
  expect(starts.map(({ markup, start, end }) => `${start}-${end} ${markup}`)).toEqual([
    "2-3 emphasis",
    "6-8 literal",
    "11-12 interpreted text or phrase reference",
    "15-16 substitution_reference",
    "19-21 strong",
  ]);
});
