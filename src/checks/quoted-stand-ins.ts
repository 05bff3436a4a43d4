import type { Operation, Sample } from "../apiref/model.ts";
import type { Draft } from "../findings/finding.ts";
import { contentSpan, type JsonContent, readSample } from "../samples/read.ts";
import { remembered } from "../text/remembered.ts";
import { identityOf } from "./blame.ts";
import { inOperation } from "./naming.ts";
import type { Subject } from "./subject.ts";

/** `"...": "..."`, `"…"`: JSON, but nothing that a service sends. */
const ELISION = /"(?:\.{3,}|…)"/g;

/** What samples leave out in a string, so that it is JSON: one finding a sample, a warning like that of an ellipsis without quotes. */
export function* quotedElisions(subject: Subject): Iterable<Draft> {
  for (const { operation, sample, content } of jsonSamples(subject)) {
    const [first, ...others] = elisionsIn(content).map(([start, end]) =>
      contentSpan(sample, content.pieces, start, end),
    );
    if (first === undefined) continue;
    yield {
      message:
        "`...` in quotes stands for what is left out, and reads as a name or a value. Write it out, or leave it out.",
      span: first,
      severity: "warning",
      ...(others.length === 0
        ? {}
        : { related: others.map((span) => ({ span, message: "left out here, too" })) }),
      ...inOperation(operation),
    };
  }
}

const QUOTED_NULL = /"([\w:-]{1,80})"\s*:\s*"(?:null|NULL)"/g;
const NULL = /"([\w:-]{1,80})"\s*:\s*null\b/g;

/**
 * Properties that are the text `"null"` in one sample, and `null` in another: a text is what their definitions say, so that nothing else
 * tells of them. One finding a sample.
 */
export function* quotedNulls(subject: Subject): Iterable<Draft> {
  const samples = [...jsonSamples(subject)];
  const quoted = samples.filter(({ content }) => hasQuotedNull(content));
  if (quoted.length === 0) return;
  const nullable = new Set(samples.flatMap(({ content }) => nullableIn(content)));
  const refused = new Set(
    subject.bodies.samples.flatMap(({ mismatches }) =>
      mismatches.flatMap(({ quotedNull, span }) =>
        quotedNull === true ? [`${span.file.path} ${span.start}`] : [],
      ),
    ),
  );
  for (const { operation, sample, content } of quoted) {
    const found = [...content.text.matchAll(QUOTED_NULL)]
      .filter(([, name]) => nullable.has(name!))
      .map(({ 0: written, 1: name, index }) => {
        const start = index + written.lastIndexOf('"', written.length - 2);
        return { name: name!, span: contentSpan(sample, content.pieces, start, index + written.length) };
      })
      .filter(({ span }) => !refused.has(`${span.file.path} ${span.start}`));
    const [first, ...others] = found;
    if (first === undefined) continue;
    yield {
      message: `\`${first.name}\` is the text \`"null"\`, where other samples show \`null\`. Write \`null\`, without quotes.`,
      span: first.span,
      severity: "warning",
      ...(others.length === 0
        ? {}
        : { related: others.map(({ name, span }) => ({ span, message: `\`${name}\` as well` })) }),
      ...inOperation(operation),
    };
  }
}

interface JsonSample {
  readonly operation: Operation;
  readonly sample: Sample;
  readonly content: JsonContent;
}

/** The samples that are JSON, each once. */
function* jsonSamples({ apiRef }: Subject): Iterable<JsonSample> {
  const told = new Set<string>();
  for (const operation of apiRef.documents.flatMap(({ operations }) => operations))
    for (const sample of operation.samples) {
      const identity = identityOf(sample);
      if (told.has(identity)) continue;
      told.add(identity);
      const content = readSample(sample);
      if (content.kind === "json") yield { operation, sample, content };
    }
}

const elisionsIn = remembered(({ text }: JsonContent) =>
  [...text.matchAll(ELISION)]
    .filter(({ index }) => beginsName(text, index))
    .map(({ 0: written, index }) => [index, index + written.length] as const),
);

/** Whether a quote begins a name or a value, and does not end one: what it stands behind. */
function beginsName(text: string, index: number): boolean {
  let before = index - 1;
  while (before >= 0 && /\s/.test(text[before]!)) before--;
  return "[{,:".includes(text[before] ?? " ");
}

const hasQuotedNull = remembered(({ text }: JsonContent) => text.search(QUOTED_NULL) >= 0);

/** The names of properties that are null. */
const nullableIn = remembered(({ text }: JsonContent): readonly string[] => [
  ...new Set([...text.matchAll(NULL)].map(([, name]) => name!)),
]);
