import type { Operation, ParameterRow, Sample } from "../apiref/model.ts";
import { isJsonObject, type Json } from "../data/json-value.ts";
import { readSample } from "../samples/read.ts";
import type { Span } from "../text/span.ts";

/** What documents a body: its place, and how messages speak of it. */
export interface DocumentedBody {
  /** `a table has rows of it`, for "but …". */
  readonly said: string;
  /** `the rows`, for "take … out". */
  readonly them: string;
  readonly span: Span;
}

/** The first row of a body that counts, or else the first sample that does and has something in it; undefined where neither is there. */
export function documentedBody(
  { rows, samples }: Operation,
  counts: { row(row: ParameterRow): boolean; sample(sample: Sample): boolean },
): DocumentedBody | undefined {
  const row = rows.find((one) => one.definition?.in === "body" && counts.row(one));
  if (row !== undefined) return { said: "a table has rows of it", them: "the rows", span: row.span };
  const sample = samples.find((one) => {
    if (!counts.sample(one)) return false;
    const content = readSample(one);
    return content.kind === "json" && hasContent(content.value);
  });
  if (sample === undefined) return undefined;
  return { said: "a sample shows one", them: "the sample", span: sample.pathSpan ?? sample.block.span };
}

function hasContent(value: Json): boolean {
  return Array.isArray(value) ? value.length > 0 : isJsonObject(value) && Object.keys(value).length > 0;
}
