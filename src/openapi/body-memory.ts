import type { Operation, ParameterRow, Sample, Side } from "../apiref/model.ts";
import type { Json } from "../data/json-value.ts";
import type { SampleCheck } from "../samples/check.ts";
import { readSample } from "../samples/read.ts";
import { type BodyInput, type BodyNode, placeRows } from "../schema/body.ts";
import { remembered } from "../text/remembered.ts";
import type { ReadSample } from "./examples.ts";

/**
 * What was made of the rows and samples of bodies, by the rows and samples themselves. The schema of a body depends on
 * its structure alone, but for descriptions, which accept and refuse nothing; so do the checks of its samples.
 */
export class BodyMemory {
  readonly #bodies: Readonly<Record<Side, WeakMap<Operation, PlacedAmong>>> = {
    request: new WeakMap(),
    response: new WeakMap(),
  };
  readonly #nodes = new WeakMap<object, { readonly input: BodyInput; readonly node: BodyNode }>();
  readonly #accepted = new WeakMap<BodyNode, Judged<readonly boolean[]>>();
  readonly #checks = new WeakMap<BodyNode, Checked>();

  /** What a sample shows. */
  readonly content = remembered(readSample);

  /** The samples of an operation. One whose file could not be read shows nothing; the finding about the file says so. */
  readonly contents = remembered(({ samples }: Operation): readonly ReadSample[] =>
    samples
      .filter(({ file }) => file !== undefined)
      .map((sample) => ({ sample, content: this.content(sample) })),
  );

  /** The JSON among the samples of an operation. */
  readonly json = remembered((operation: Operation): Readonly<Record<Side, readonly Json[]>> => {
    const json: Record<Side, Json[]> = { request: [], response: [] };
    for (const { sample, content } of this.contents(operation))
      if (content.kind === "json") json[sample.side].push(content.value);
    return json;
  });

  /** One side of an operation as `place` gives it; among the same siblings it is the same object. */
  body<Body>(operation: Operation, side: Side, siblings: readonly Json[], place: () => Body): Body {
    const known = this.#bodies[side].get(operation);
    if (known !== undefined && isSameList(known.siblings, siblings)) return known.body as Body;
    const body = place();
    this.#bodies[side].set(operation, { siblings, body });
    return body;
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
    const known = this.#accepted.get(node);
    if (known !== undefined && isSameList(known.samples, samples)) return known.result;
    const result = judge();
    this.#accepted.set(node, { samples, result });
    return result;
  }

  /** The checks of a body's samples; they depend on other samples only as far as they ask for them. */
  checks(
    node: BodyNode,
    samples: readonly Sample[],
    others: () => readonly Json[],
    check: (others: () => readonly Json[]) => readonly SampleCheck[],
  ): readonly SampleCheck[] {
    const known = this.#checks.get(node);
    if (
      known !== undefined &&
      isSameList(known.samples, samples) &&
      (known.others === undefined || isSameList(known.others, others()))
    )
      return known.result;
    let asked: readonly Json[] | undefined;
    const result = check(() => {
      asked ??= others();
      return asked;
    });
    this.#checks.set(node, { samples, others: asked, result });
    return result;
  }
}

/** A body, and the JSON near by that it was placed with. */
interface PlacedAmong {
  readonly siblings: readonly Json[];
  readonly body: unknown;
}

interface Judged<Result> {
  readonly samples: readonly Sample[];
  readonly result: Result;
}

interface Checked extends Judged<readonly SampleCheck[]> {
  readonly others: readonly Json[] | undefined;
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
