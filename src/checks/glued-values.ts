import type { Operation, Sample } from "../apiref/model.ts";
import type { Draft } from "../findings/finding.ts";
import { contentSpan, type JsonContent, readSample } from "../samples/read.ts";
import { parseType } from "../schema/types.ts";
import { remembered } from "../text/remembered.ts";
import { identityOf } from "./blame.ts";
import { inOperation } from "./naming.ts";
import type { Subject } from "./subject.ts";

/** A property whose array holds one string with commas in it: `"tags": ["red,blue"]`; the text in groups: name, string. */
const GLUED = /"([\w:-]{1,80})"\s*:\s*\[\s*"([A-Za-z][\w-]*(?:, ?[A-Za-z][\w-]*)+)"\s*\]/g;

/**
 * Arrays of samples whose values stand in one string, with commas between them, where the property's row says that it is an
 * array and nothing says that its values are lists. One finding for all samples that show the same.
 */
export function* gluedValues({ apiRef }: Subject): Iterable<Draft> {
  const told = new Set<string>();
  for (const { operations } of apiRef.documents)
    for (const operation of operations)
      for (const sample of operation.samples) {
        const identity = identityOf(sample);
        if (told.has(identity)) continue;
        told.add(identity);
        const content = readSample(sample);
        if (content.kind === "json") yield* gluedIn(operation, sample, content);
      }
}

const gluedArrays = remembered(({ text }: JsonContent) => [...text.matchAll(GLUED)]);

function* gluedIn(operation: Operation, sample: Sample, content: JsonContent): Iterable<Draft> {
  for (const { index, 0: found, 1: name, 2: values } of gluedArrays(content)) {
    if (!isArray(operation, sample, name!)) continue;
    const start = index + found.lastIndexOf(`"${values}"`);
    const span = contentSpan(sample, content.pieces, start, start + values!.length + 2);
    const text = values!
      .split(/, ?/)
      .map((value) => `"${value}"`)
      .join(", ");
    yield {
      message: `\`${name}\` holds one string, \`"${values}"\`. Write its values as strings of their own: \`[${text}]\`.`,
      span,
      // In a command the quotes are the shell's, too.
      ...(content.text === sample.text ? { edits: [{ span, text }] } : {}),
      ...inOperation(operation),
      cause: JSON.stringify([name, values]),
    };
  }
}

/** Whether a row says that a property is an array, and no row that its values have commas. */
function isArray({ rows }: Operation, { side }: Sample, name: string): boolean {
  const own = rows.filter((row) => row.side === side && row.name.split(".").at(-1) === name);
  return (
    own.length > 0 &&
    own.every(
      ({ definition }) =>
        definition !== undefined &&
        (parseType(definition.type ?? "")?.types ?? []).includes("array") &&
        !/\bcommas?\b/i.test(definition.description),
    )
  );
}
