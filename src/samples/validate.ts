import type { ParameterRow, Sample } from "../apiref/model.ts";
import { type JsonPlace, locateAll } from "../data/json.ts";
import type { Json, JsonObject } from "../data/json-value.ts";
import { type BodyNode, isGuessed } from "../schema/body.ts";
import { pathAbove } from "../text/leaf.ts";
import type { Span } from "../text/span.ts";
import type { Mismatch, SampleCheck } from "./check.ts";
import type { Draft } from "./draft.ts";
import { errorsIn } from "./errors.ts";
import { type Orders, ordersOf } from "./orders.ts";
import { contentSpan, type JsonContent, type SampleContent } from "./read.ts";
import { draftOf, draftOfMissing } from "./refused.ts";
import { withRenames } from "./renames.ts";
import { undocumented } from "./undocumented.ts";
import type { Validators } from "./validators.ts";
import { lackingAtVersion } from "./versioned.ts";

/** One body with its samples. */
export interface SampledBody {
  /** The body's structure and the schema that was made of it. */
  readonly node: BodyNode;
  readonly schema: JsonObject;
  readonly samples: readonly { readonly sample: Sample; readonly content: SampleContent }[];
  /** JSON samples of other operations on the same resource; what they have, this body may have. */
  readonly siblings: readonly Json[];
  /** JSON samples of the whole collection; they show where a missing property would stand. */
  readonly others: () => readonly Json[];
}

/** Checks the samples of a body against its schema. Every sample gets an outcome. */
export function checkSamples(body: SampledBody, validators: Validators): SampleCheck[] {
  const orders = ordersOf(function* () {
    for (const { content } of body.samples) if (content.kind === "json") yield content.value;
    yield* body.siblings;
  }, body.others);
  return body.samples.map(({ sample, content }) => checkSample(body, sample, content, orders, validators));
}

function checkSample(
  body: SampledBody,
  sample: Sample,
  content: SampleContent,
  orders: Orders,
  validators: Validators,
): SampleCheck {
  const read = uncheckedSample(sample, content);
  if (content.kind === "invalid-json" && content.repaired !== undefined && sample.path !== undefined) {
    // A comma too few changes nothing of what a file shows; what lacks may be lost by another slip. Blocks may be patterns.
    const isWhole = withoutCommas(content.text) === withoutCommas(content.repaired.text);
    const mismatches = checkJson(body, sample, content.repaired, orders, validators).filter(
      ({ kind, span }) =>
        (isWhole || kind !== "required") &&
        !content.errors.some((error) => error.span.start < span.end && span.start < error.span.end),
    );
    return { ...read, mismatches };
  }
  if (content.kind !== "json") return read;
  const mismatches = checkJson(body, sample, content, orders, validators);
  const isValid = mismatches.every(({ kind }) => kind === "undocumented");
  return { ...read, outcome: isValid ? "valid" : "invalid", mismatches };
}

/** A sample as it was read: only what is wrong with the sample itself can be told. */
export function uncheckedSample(sample: Sample, content: SampleContent): SampleCheck {
  return {
    sample,
    outcome: content.kind === "invalid-json" ? "not-json" : "not-validated",
    faults: content.kind === "other" ? [] : content.errors,
    mismatches: [],
  };
}

function withoutCommas(json: string): string {
  return json.replace(/[\s,]/g, "");
}

function checkJson(
  body: SampledBody,
  sample: Sample,
  content: JsonContent,
  orders: Orders,
  validators: Validators,
): Mismatch[] {
  const drafts: Draft[] = [...undocumented(body.node, content.value, orders)];
  for (const error of errorsIn(body.schema, content.value, validators)) {
    const draft = draftOf(error, body.node, content.value, orders);
    if (draft !== undefined) drafts.push(draft);
  }
  for (const { missing, holder, pointer, path } of lackingAtVersion(body.node, content.value, sample)) {
    const draft = draftOfMissing(missing, holder, pointer, path, content.value, orders);
    if (draft !== undefined) drafts.push(draft);
  }
  if (drafts.length === 0) return [];
  return placed(oneForOne(drafts, content.value, body.node, orders), sample, content);
}

/** One mistake, one finding: one for all items of a list, and one for a property that was misspelt. */
function oneForOne(drafts: readonly Draft[], body: Json, root: BodyNode, orders: Orders): Draft[] {
  const first = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = `${draft.kind} ${draft.property}`;
    const known = first.get(key);
    // of several kinds of items, the one that has such a property elsewhere
    if (known === undefined || (draft.likeness ?? 0) > (known.likeness ?? 0)) first.set(key, draft);
  }
  const misspelt = new Set<string>();
  const misspeltRows = new Set<ParameterRow>();
  const named = withRenames([...first.values()], body, root, orders);
  for (const draft of named) {
    if (draft.kind !== "undocumented") continue;
    if (draft.meant !== undefined) misspelt.add(`${pathAbove(draft.property)} ${draft.meant}`);
    if (draft.meantRow !== undefined) misspeltRows.add(draft.meantRow);
  }
  return named.filter(
    ({ kind, property, name, node }) =>
      kind !== "required" ||
      !(misspelt.has(`${pathAbove(property)} ${name}`) || node.rows.some((row) => misspeltRows.has(row))),
  );
}

function placed(drafts: readonly Draft[], sample: Sample, content: JsonContent): Mismatch[] {
  const places = locateAll(
    content.text,
    drafts.flatMap(({ pointer, strangers }) => [pointer, ...(strangers ?? []).map((one) => one.pointer)]),
  );
  return drafts.map((draft) => {
    const row = draft.node.rows[0];
    const isByGuess = row !== undefined && isGuessed(draft.node);
    return {
      kind: draft.kind,
      span: spanOf(places.get(draft.pointer), draft.at, sample, content),
      property: draft.property,
      message: draft.message,
      ...(draft.ifConfirmed === undefined ? {} : { ifConfirmed: draft.ifConfirmed }),
      ...(row === undefined ? {} : { row }),
      ...(draft.strangers === undefined
        ? {}
        : {
            strangers: draft.strangers.map(({ pointer, ...one }) => ({
              ...one,
              span: spanOf(places.get(pointer), "key", sample, content),
            })),
          }),
      ...(draft.beside === undefined ? {} : { beside: draft.beside }),
      ...(draft.meant === undefined ? {} : { meant: draft.meant }),
      ...(draft.meantRow === undefined ? {} : { meantRow: draft.meantRow }),
      ...(draft.inside === undefined ? {} : { inside: draft.inside }),
      ...(draft.keyword === undefined ? {} : { keyword: draft.keyword }),
      ...(draft.shown === undefined ? {} : { shown: draft.shown }),
      ...(draft.quotedNull === undefined ? {} : { quotedNull: true }),
      ...(isByGuess ? { guessed: true } : {}),
    };
  });
}

function spanOf(place: JsonPlace | undefined, at: Draft["at"], sample: Sample, content: JsonContent): Span {
  if (place === undefined) return contentSpan(sample, content.pieces, 0, 0);
  if (at === "key" && place.key !== undefined)
    return contentSpan(sample, content.pieces, place.key.start, place.key.end);
  if (at === "end") return contentSpan(sample, content.pieces, place.value.end - 1, place.value.end);
  if (at === "start") {
    const { start, end } = place.key ?? { start: place.value.start, end: place.value.start + 1 };
    return contentSpan(sample, content.pieces, start, end);
  }
  return contentSpan(sample, content.pieces, place.value.start, place.value.end);
}
