import type { ApiRef, Operation } from "../apiref/model.ts";
import type { ParametersFile } from "../apiref/parameters-file.ts";
import { remembered } from "../text/remembered.ts";
import { type Span, span } from "../text/span.ts";
import { spanIn } from "./runs.ts";

/** The commas with which texts end: those of operations and of definitions. Items of a list may end so. */
export function* finalCommas({ documents, parametersFiles }: ApiRef): Iterable<Span> {
  for (const { operations } of documents) for (const operation of operations) yield* ofOperation(operation);
  for (const file of parametersFiles.values()) yield* ofDefinitions(file);
}

const FINAL = /[a-z`)],\s*$/;

function* ofOperation({ description }: Operation): Iterable<Span> {
  const last = description.at(-1);
  if (last?.kind !== "paragraph") return;
  const line = last.text.lines.at(-1);
  if (line === undefined || !FINAL.test(line.text)) return;
  const before = last.text.lines.slice(0, -1).reduce((total, { text }) => total + text.length + 1, 0);
  const end = before + line.text.trimEnd().length;
  yield spanIn(last.text, end - 1, end);
}

const ofDefinitions = remembered(({ definitions }: ParametersFile): readonly Span[] =>
  [...definitions.values()].flatMap(({ fields, broken }) => {
    const field = fields.get("description");
    if (field === undefined || broken || !FINAL.test(field.text)) return [];
    const text = field.text.trimEnd();
    if (/^\s*[-*+]\s/.test(text.slice(text.lastIndexOf("\n") + 1))) return [];
    const { file, start, end } = field.valueSpan;
    const at = start + file.text.slice(start, end).lastIndexOf(",");
    return [span(file, at, at + 1)];
  }),
);
