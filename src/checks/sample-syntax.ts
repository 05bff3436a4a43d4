import type { Operation, Sample } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import { parseJson } from "../data/json.ts";
import { jsonRepair } from "../data/json-repair.ts";
import type { Draft } from "../findings/finding.ts";
import { isPlainText } from "../samples/plain-text.ts";
import { type ContentError, readSample } from "../samples/read.ts";
import { groupedBy } from "../text/grouped.ts";
import type { SourceFile } from "../text/source-file.ts";
import { span } from "../text/span.ts";
import { identityOf } from "./blame.ts";
import { operationsOfSamples } from "./charges.ts";
import { jsonMistakeText } from "./json-mistakes.ts";
import { fileName, inOperation } from "./naming.ts";
import type { Subject } from "./subject.ts";

/** One mistake in the JSON of a sample, which several operations may show. */
interface Told {
  readonly sample: Sample;
  readonly error: ContentError;
  readonly message: string;
  /** The first that shows it. */
  operation: Operation | undefined;
}

/**
 * What keeps samples from being JSON, one finding a sample: whoever mends it reads it to its end. What is left out (`...`)
 * is a warning where nothing else is wrong.
 */
export function* syntaxMistakes(subject: Subject): Iterable<Draft> {
  for (const all of groupedBy(toldOnce(subject), ({ sample }) => identityOf(sample)).values()) {
    const elisions = all.filter(isElision);
    const faults = all.filter((one) => !isElision(one));
    const [first, ...others] = [...faults, ...elisions] as [Told, ...Told[]];
    const related = others.map((one) => ({
      span: one.error.span,
      message: isElision(one) ? "left out here, too" : one.message,
    }));
    const content = readSample(first.sample);
    if (first.sample.file !== undefined && content.kind === "invalid-json" && isPlainText(content.text)) {
      yield textForJson(first, first.sample.file);
      continue;
    }
    const repair = content.kind === "invalid-json" ? content.repair : undefined;
    yield {
      ...draftOf(first),
      ...(repair === undefined ? {} : { edits: repair }),
      ...(faults.length === 0 ? { severity: "warning" } : {}),
      ...(related.length === 0 ? {} : { related }),
    };
  }
}

/** Text in a file of JSON: its slips say nothing. */
function textForJson({ error, operation }: Told, file: SourceFile): Draft {
  const name = fileName(file);
  return {
    message: `This is text, not JSON, in a file that is called \`${name}\`. Call it \`${name.replace(/\.\w+$/, "")}.txt\`, here and where it is included.`,
    span: error.span,
    ...inOperation(operation),
  };
}

function isElision({ error }: Told): boolean {
  return error.mistake.kind === "ellipsis";
}

function toldOnce({ apiRef, bodies }: Subject): Iterable<Told> {
  const operationOf = operationsOfSamples(apiRef);
  const told = new Map<string, Told>();
  for (const { sample, faults } of bodies.samples)
    for (const error of faults) {
      const message = jsonMistakeText(error.mistake);
      const key = `${error.span.start} ${message} ${error.span.file.path}`;
      const known = told.get(key);
      const operation = operationOf.get(sample);
      if (known === undefined) told.set(key, { sample, error, message, operation });
      else known.operation ??= operation;
    }
  return told.values();
}

function draftOf({ message, error, operation }: Told): Draft {
  return { message, span: error.span, ...inOperation(operation) };
}

/** What keeps samples that no document includes from being JSON: one warning a file, for no page shows it yet. */
export function* unusedSyntaxMistakes({ apiRef }: Subject): Iterable<Draft> {
  for (const { span: place } of noticesFor(apiRef.notices, "sample-unused")) {
    const { file } = place;
    if (file.text.trim() === "") continue;
    const parsed = parseJson(file.text);
    const faults = "value" in parsed ? parsed.repeated : parsed.errors;
    const [fault] = faults;
    if (fault === undefined) continue;
    const repair = "value" in parsed ? undefined : jsonRepair(file.text, faults);
    const { offset, length, mistake } = fault;
    yield {
      message: jsonMistakeText(mistake),
      span: span(file, offset, offset + length),
      severity: "warning",
      ...(repair === undefined
        ? {}
        : {
            edits: repair.map(({ offset, length, text }) => ({
              span: span(file, offset, offset + length),
              text,
            })),
          }),
    };
  }
}
