import type { Draft } from "../findings/finding.ts";
import { markupOf } from "../rst/markup-survey.ts";
import type { Block, TextRun } from "../rst/tree.ts";
import type { Edit } from "../text/edit.ts";
import { enumeration } from "../text/enumeration.ts";
import type { Span } from "../text/span.ts";
import { slipsOf } from "./mistaken-inline.ts";
import { runsOf, spanIn } from "./runs.ts";

/** `widget_id`, `GET`, `/v2/widgets`, `None`, `true`: a name or a value, no words of a sentence. */
const CODE = /^\S*[_/.:={}[\]()<>"'$@#%&|~^\d-]\S*$|^[A-Z]+$|^[a-z]+(?:[A-Z]\w*)?$|^(?:True|False|None)$/;

interface InSingleBackquotes {
  readonly inside: string;
  readonly span: Span;
  /** A second backquote on either side; undefined where that is not what is meant, or shows something else. */
  readonly edits: readonly Edit[] | undefined;
}

/** Text in single backquotes, without a role: docutils takes it for the title of a work. */
export function* defaultRoles(block: Block): Iterable<Draft> {
  for (const run of runsOf(block)) {
    if (!run.lines.some(({ text }) => text.includes("`"))) continue;
    const all = [...inDefaultRole(run)];
    const code = all.filter(({ edits }) => edits !== undefined);
    const words = all.filter(({ edits }) => edits === undefined);
    if (code.length > 0)
      yield {
        ...atAll(code, "for code"),
        edits: code.flatMap(({ edits }) => edits ?? []),
      };
    if (words.length > 0)
      yield atAll(words, "for code, stars for emphasis, or `` `text <address>`_ `` for a link");
  }
}

/** One finding for the habit of a whole text. */
function atAll(places: readonly InSingleBackquotes[], choice: string): Draft {
  const [first, ...others] = places as [InSingleBackquotes, ...InSingleBackquotes[]];
  const texts = [...new Set(places.map(({ inside }) => `\`${inside.replace(/\s+/g, " ")}\``))];
  return {
    message: `${enumeration(texts)} in single backquotes ${texts.length === 1 ? "is" : "are"} shown in italics. Write two backquotes on either side ${choice}.`,
    span: first.span,
    ...(others.length === 0
      ? {}
      : { related: others.map(({ span }) => ({ span, message: "in single backquotes, too" })) }),
  };
}

function* inDefaultRole(run: TextRun): Iterable<InSingleBackquotes> {
  for (const { mark, endMark, inside, start, end, role } of markupOf(run).markup) {
    if (mark !== "`" || endMark !== "`" || role !== undefined) continue;
    // Markup that was meant for something else has its own finding.
    if (inside.includes("`") || slipsOf(run).some((slip) => slip.start < end && start < slip.end)) continue;
    const isCode = CODE.test(inside) && !inside.includes("\\");
    yield {
      inside,
      span: spanIn(run, start, end),
      edits: isCode ? [start, end].map((at) => ({ span: spanIn(run, at, at), text: "`" })) : undefined,
    };
  }
}
