import type { Definition, ParametersFile } from "../apiref/parameters-file.ts";
import type { Draft } from "../findings/finding.ts";
import { remembered } from "../text/remembered.ts";
import { type Span, span } from "../text/span.ts";
import { causeIn } from "./cause.ts";

/** A description in a folded block (`>`) of which YAML joins what stands apart. */
export interface FoldedText {
  readonly definition: Definition;
  /** The whole value, from the `>` on. */
  readonly whole: Span;
  readonly joins: "list" | "paragraphs";
}

const ITEM = /^(?:[-*+]|#\.|\d{1,2}[.)]) +\S/;

/** The folded descriptions whose list or paragraphs become one: of a blank line YAML leaves the end of a line, and of that a blank. */
export const foldedTexts = remembered(({ definitions }: ParametersFile): readonly FoldedText[] =>
  [...definitions.values()].flatMap((definition) => {
    const whole = definition.fields.get("description")?.valueSpan;
    if (whole === undefined || whole.file.text[whole.start] !== ">") return [];
    const joins = joinedIn(whole.file.text.slice(whole.start, whole.end));
    return joins === undefined ? [] : [{ definition, whole, joins }];
  }),
);

function joinedIn(block: string): FoldedText["joins"] | undefined {
  const lines = block.trimEnd().split(/\r?\n/).slice(1);
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const indent = first.length - first.trimStart().length;
  // What is indented further is not folded.
  const folded = lines.map((line) => {
    const text = line.slice(indent);
    return /^\s/.test(text) ? undefined : text;
  });
  const follows = (index: number) => index > 0 && folded[index - 1] !== undefined;
  if (folded.some((text, index) => text !== undefined && ITEM.test(text) && follows(index))) return "list";
  const isText = (index: number) => folded[index] !== undefined && folded[index] !== "";
  return folded.some((text, index) => text === "" && isText(index - 1) && isText(index + 1))
    ? "paragraphs"
    : undefined;
}

/** The finding at the `>`, which a `|` replaces. */
export function atFolded({ definition, whole, joins }: FoldedText): Draft {
  const place = span(whole.file, whole.start, whole.start + 1);
  const what =
    joins === "list" ? "the list in it is shown as running text" : "its paragraphs are shown as one";
  return {
    message: `\`>\` joins the lines of the description of \`${definition.key}\`, and ${what}. Write \`|\`.`,
    span: place,
    called: definition.key,
    ...causeIn(whole.file, "folded", joins),
    edits: [{ span: place, text: "|" }],
    ...(joins === "list" ? {} : { severity: "info" }),
  };
}
