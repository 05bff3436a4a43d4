import { expect } from "vitest";
import type { Finding } from "../../src/findings/finding.ts";
import type { ExampleTree } from "../../src/findings/rule.ts";
import { spanPositions } from "../../src/text/span.ts";
import { checkTree, type MarkedPlace, ROOT, treeOf } from "./project.ts";

/** A place as people read it: `index.rst:12:6-12:11`, with the text that stands there. */
function shown(name: string, place: { file: string; line: string; text: string }): string {
  return `${name} ${place.file}:${place.line} «${place.text}»`;
}

/** A finding as the tests compare it. */
export function findingText({ rule, span }: Finding): string {
  const { start, end } = spanPositions(span);
  return shown(rule, {
    file: span.file.path.replace(`${ROOT}/`, ""),
    line: `${start.line}:${start.column}-${end.line}:${end.column}`,
    text: span.file.text.slice(span.start, span.end),
  });
}

/** What a marked place says of the finding that is expected there. */
function markText(rule: string, mark: MarkedPlace, texts: ExampleTree): string {
  const text = texts[mark.file]!.replace(/[«»]/g, "");
  const position = (offset: number): string => {
    const before = text.slice(0, offset).split("\n");
    return `${before.length}:${before.at(-1)!.length + 1}`;
  };
  return shown(rule, {
    file: mark.file,
    line: `${position(mark.start)}-${position(mark.end)}`,
    text: text.slice(mark.start, mark.end),
  });
}

/** The findings of a rule stand exactly at the marks, one at each. Prints all of them where they do not. Gives them. */
export function expectFindingsAtMarks(rule: string, texts: ExampleTree): Finding[] {
  const found = checkTree(texts).filter((finding) => finding.rule === rule);
  const wanted = treeOf(texts).marks.map((mark) => markText(rule, mark, texts));
  expect(found.map(findingText).sort()).toEqual(wanted.sort());
  return found;
}
