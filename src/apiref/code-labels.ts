import { textOf } from "../rst/markup-survey.ts";
import type { TextRun } from "../rst/tree.ts";
import { append } from "../text/append.ts";
import { holdsCode } from "./code-items.ts";

/** `Normal response codes`, `Error Response Code(s)`, `Expected error http response code`; the kind is a group. */
const LABEL_WORDS = String.raw`(?:(?:expected|possible)\s+)?(?:(normal|success(?:ful)?|ok|error|failure|fault)\s+)?(?:http\s+)?(?:(?:response|return|status|result)\s+){0,2}codes?(?:\(s\))?`;
const LABEL = new RegExp(String.raw`(?:^|(?<=[\s*.]))\*{0,2}(${LABEL_WORDS})\*{0,2}\s*[:：]\*{0,2}`, "gi");
/** A label that needs no colon where it stands above its codes: the term of a list, the name of a field, a rubric. */
const TITLE_LABEL = new RegExp(String.raw`^\s*\*{0,2}(${LABEL_WORDS})\*{0,2}\s*[:：]?\*{0,2}\s*$`, "i");
/** A label in a paragraph of its own, which needs no colon where it is bold: `**Normal response codes**`. */
const BOLD_LABEL = new RegExp(String.raw`^\*\*(${LABEL_WORDS})\*\*$`, "i");
/** A label that says enough below a title such as `Response codes`: `Normal: 200`, `**Error**: 400, 404`. */
const SHORT_LABEL =
  /(?<=^|\n)\*{0,2}((normal|success(?:ful)?|ok|errors?|failures?|faults?))\*{0,2}\s*:\*{0,2}/gi;
/** A label that says enough behind another one: `Success codes: 200. Errors: 400, 404`. */
const LATER_LABEL =
  /(?<=(?:[.;]|[\d)]\n)\s{0,100})\*{0,2}((normal|success(?:ful)?|errors?|failures?|faults?))\*{0,2}\s*:\*{0,2}/gi;

/** Whether a section is there for codes, by its title: `Response codes`. */
export function isCodesTitle(title: string): boolean {
  return /^\s*(?:(?:http|api|normal|error|success)\s+)?(?:(?:response|status|return|result)\s+){1,2}codes?\s*$/i.test(
    title,
  );
}

/** The label that a text is as a whole, with or without a colon. */
export function labelAlone(text: string): RegExpExecArray | null {
  return TITLE_LABEL.exec(text);
}

/** The label that a text is as a whole, without a colon. */
export function titleLabels(run: TextRun): readonly RegExpExecArray[] | undefined {
  const label = labelAlone(textOf(run));
  // "Codes" alone may be anything.
  const isClear =
    label !== null && (label[2] !== undefined || /response|return|status|result/i.test(label[1]!));
  return isClear ? [label] : undefined;
}

/** The labels of a text that begins with one; undefined for any other text. */
export function labelsOf(run: TextRun, title = ""): readonly RegExpExecArray[] | undefined {
  const text = textOf(run);
  if (isCodesTitle(title)) {
    const short = [...text.matchAll(SHORT_LABEL)];
    if (short[0]?.index === 0) return short;
  }
  const bold = BOLD_LABEL.exec(text.trim());
  const labels = bold === null ? [...text.matchAll(LABEL)] : [bold];
  const [first] = labels;
  if (first?.index !== 0) return undefined;
  if (bold === null) append(labels, text.matchAll(LATER_LABEL));
  labels.sort((a, b) => a.index - b.index);
  // "codes:" alone needs a code to be one of these paragraphs
  const isClear = first[2] !== undefined || /response|return|status|result/i.test(first[1]!);
  return isClear || holdsCode(text) ? labels : undefined;
}

/** Whether nothing stands behind its last label. */
export function endsWithLabel(run: TextRun, labels: readonly RegExpExecArray[]): boolean {
  const last = labels.at(-1)!;
  return (
    textOf(run)
      .slice(last.index + last[0].length)
      .trim() === ""
  );
}

/** Which codes the word of a label means; undefined for one that tells nothing. */
export function kindOf(word: string | undefined): "success" | "error" | undefined {
  if (word === undefined) return undefined;
  return /^(error|fail|fault)/i.test(word) ? "error" : "success";
}
