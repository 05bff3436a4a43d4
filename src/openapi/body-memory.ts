import type { ParameterRow, Sample } from "../apiref/model.ts";
import type { Json } from "../data/json-value.ts";
import type { SampleCheck } from "../samples/check.ts";
import { readSample, type SampleContent } from "../samples/read.ts";
import { type BodyInput, type BodyNode, placeRows } from "../schema/body.ts";

/**
 * What was made of the rows and samples of bodies, by the rows and samples themselves. The schema of a body depends on
 * its structure alone, but for descriptions, which accept and refuse nothing; so do the checks of its samples.
 */
export class BodyMemory {
  readonly #contents = new WeakMap<Sample, SampleContent>();
  readonly #nodes = new WeakMap<object, { readonly input: BodyInput; readonly node: BodyNode }>();
  readonly #accepted = new WeakMap<BodyNode, Judged<readonly boolean[]>>();
  readonly #checks = new WeakMap<BodyNode, Judged<readonly SampleCheck[]>>();

  content(sample: Sample): SampleContent {
    const known = this.#contents.get(sample) ?? readSample(sample);
    this.#contents.set(sample, known);
    return known;
  }

  /** `placeRows`; `first` is a row or sample that is in no other body. */
  node(first: ParameterRow | Sample, input: BodyInput): BodyNode {
    const known = this.#nodes.get(first);
    if (known !== undefined && isSameInput(known.input, input)) return known.node;
    const node = placeRows(input);
    this.#nodes.set(first, { input, node });
    return node;
  }

  /** Which of a body's samples its schema accepts. */
  accepted(node: BodyNode, samples: readonly Sample[], judge: () => readonly boolean[]): readonly boolean[] {
    return recall(this.#accepted, node, samples, judge);
  }

  /** The checks of a body's samples. */
  checks(
    node: BodyNode,
    samples: readonly Sample[],
    check: () => readonly SampleCheck[],
  ): readonly SampleCheck[] {
    return recall(this.#checks, node, samples, check);
  }
}

interface Judged<Result> {
  readonly samples: readonly Sample[];
  readonly result: Result;
}

function recall<Result>(
  known: WeakMap<BodyNode, Judged<Result>>,
  node: BodyNode,
  samples: readonly Sample[],
  make: () => Result,
): Result {
  const last = known.get(node);
  if (last !== undefined && isSameList(last.samples, samples)) return last.result;
  const result = make();
  known.set(node, { samples, result });
  return result;
}

function isSameInput(a: BodyInput, b: BodyInput): boolean {
  return (
    a.path === b.path &&
    a.settled === b.settled &&
    isSameList(a.rows, b.rows) &&
    isSameList(a.samples, b.samples) &&
    isSameList(a.siblings ?? [], b.siblings ?? [])
  );
}

function isSameList(a: readonly (object | Json)[], b: readonly (object | Json)[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
