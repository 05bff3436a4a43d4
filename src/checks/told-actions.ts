import type { Operation, Sample } from "../apiref/model.ts";
import { shownObject } from "../samples/read.ts";
import type { Span } from "../text/span.ts";
import type { Sentence } from "./sentences.ts";

const SPECIFIES = /\bspecify\s+the\s+``([a-z][\w:.-]*)``\s+action\b/i;

/** An action that a sentence tells readers to send, and the one that the samples send. */
export interface ToldAction {
  readonly told: string;
  readonly place: Span;
  readonly sent: string;
  /** Where the sample is included. */
  readonly sample: Span;
}

/**
 * What a sentence such as "Specify the ``dim`` action in the request body" says otherwise than all samples of the request, which
 * have one key each; undefined where a sample or a row has what it says.
 */
export function toldAction(sentence: Sentence, { rows, samples }: Operation): ToldAction | undefined {
  const [all, told] = SPECIFIES.exec(sentence.text) ?? [];
  if (all === undefined || told === undefined) return undefined;
  if (rows.some(({ side, name }) => side === "request" && name === told)) return undefined;
  const requests = samples.filter(({ side }) => side === "request");
  const sent = requests.map(onlyKey);
  const [key] = sent;
  if (key === undefined || sent.includes(told) || sent.includes(undefined)) return undefined;
  const start = sentence.text.indexOf(told, sentence.text.indexOf(all));
  const { pathSpan, block } = requests[0]!;
  return {
    told,
    sent: key,
    place: sentence.place(start, start + told.length),
    sample: pathSpan ?? block.span,
  };
}

/** The one key of a sample that is an object. */
function onlyKey(sample: Sample): string | undefined {
  const [key, ...others] = Object.keys(shownObject(sample) ?? {});
  return others.length === 0 ? key : undefined;
}
