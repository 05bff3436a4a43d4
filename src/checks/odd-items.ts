import type { Sample } from "../apiref/model.ts";
import { locate } from "../data/json.ts";
import { escapePointer, isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { sampleSpan, sourceOffset } from "../samples/place.ts";
import { type JsonContent, readSample } from "../samples/read.ts";
import { remembered } from "../text/remembered.ts";
import { hasWordMore, nearest } from "../text/similar.ts";
import type { Span } from "../text/span.ts";

/** A name that one item of a list has where all the others have one that is hardly a letter away. */
export interface OddName {
  readonly name: string;
  /** What the other items have. */
  readonly meant: string;
  readonly others: number;
  readonly pointer: string;
}

/** So many items have to agree with each other. */
const FEWEST_OTHERS = 2;

/** Objects with more names of their own hold data. */
const MOST_OWN = 8;

/** From this length on, two letters are a slip. */
const LONG_NAME = 8;

/** The names in a sample with which an item of a list stands alone, and that the others spell otherwise. */
export const oddNames = remembered((sample: Sample): readonly OddName[] => {
  const content = readSample(sample);
  return content.kind === "json" ? oddIn(content.value, "") : [];
});

/** Where a sample has such a name. */
export function oddPlace(sample: Sample, { pointer }: OddName): Span | undefined {
  const { text, pieces } = readSample(sample) as JsonContent;
  const place = locate(text, pointer, "key");
  return place === undefined
    ? undefined
    : sampleSpan(sample, sourceOffset(pieces, place.start), sourceOffset(pieces, place.end - 1) + 1);
}

function oddIn(value: Json, pointer: string): OddName[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([step, child]) =>
    oddIn(child ?? null, `${pointer}/${escapePointer(step)}`),
  );
  return Array.isArray(value) && value.length > FEWEST_OTHERS && value.every(isJsonObject)
    ? [...oddAmong(value as JsonObject[], pointer), ...inside]
    : inside;
}

function oddAmong(items: readonly JsonObject[], pointer: string): OddName[] {
  const counts = new Map<string, number>();
  for (const name of items.flatMap(Object.keys)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const others = items.length - 1;
  const common = [...counts].flatMap(([name, count]) => (count === others ? [name] : []));
  if (common.length === 0 || common.length > MOST_OWN) return [];
  return items.flatMap((item, index) => {
    const own = Object.keys(item).filter((name) => counts.get(name) === 1);
    const lacked = common.filter((name) => !Object.hasOwn(item, name));
    if (own.length > MOST_OWN) return [];
    return own.flatMap((name) => {
      const meant = nearest(name, lacked, name.length < LONG_NAME ? 1 : 2);
      if (meant === undefined || hasWordMore(name, meant)) return [];
      return [{ name, meant, others, pointer: `${pointer}/${index}/${escapePointer(name)}` }];
    });
  });
}
