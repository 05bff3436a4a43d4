import type { Operation, ParameterRow, Sample, Side } from "../apiref/model.ts";
import type { Json } from "../data/json-value.ts";
import type { SampleCheck } from "../samples/check.ts";
import { type ReadSample, readSample, shownBy } from "../samples/read.ts";
import { type BodyInput, type BodyNode, placeRows } from "../schema/body.ts";
import { append } from "../text/append.ts";
import { Recollection } from "../text/recollection.ts";
import { remembered } from "../text/remembered.ts";

/**
 * What was made of the rows and samples of bodies, by the rows and samples themselves. The schema of a body depends on
 * its structure alone, but for descriptions, which accept and refuse nothing; so do the checks of its samples.
 */
export class BodyMemory {
  readonly #bodies = { request: new Recollection<Operation>(), response: new Recollection<Operation>() };
  readonly #nodes = new Recollection<ParameterRow | Sample>();
  readonly #accepted = new Recollection<BodyNode>();
  readonly #checks = new Recollection<BodyNode, { readonly others: () => readonly Json[] }>();

  /** The samples of an operation. One whose file could not be read shows nothing; the finding about the file says so. */
  readonly contents = remembered(({ samples }: Operation): readonly ReadSample[] =>
    samples
      .filter(({ file }) => file !== undefined)
      .map((sample) => ({ sample, content: readSample(sample) })),
  );

  /** The JSON among the samples of an operation. */
  readonly json = remembered((operation: Operation): Readonly<Record<Side, readonly Json[]>> => {
    const json: Record<Side, Json[]> = { request: [], response: [] };
    for (const read of this.contents(operation)) append(json[read.sample.side], shownBy([read]));
    return json;
  });

  /** One side of an operation as `place` gives it; with the same around it, it is the same object. */
  body<Body>(operation: Operation, side: Side, around: readonly unknown[], place: () => Body): Body {
    return this.#bodies[side].recall(operation, around, {}, place);
  }

  /** `placeRows`; `first` is a row or sample that is in no other body. */
  node(first: ParameterRow | Sample, input: BodyInput): BodyNode {
    const { path, versions = {}, rows, samples, siblings } = input;
    const { minVersion, maxVersion } = versions;
    const place = [
      path,
      minVersion,
      maxVersion,
      rows.length,
      samples.length,
      ...rows,
      ...samples,
      ...siblings,
    ];
    return this.#nodes.recall(first, place, {}, () => placeRows(input));
  }

  /** Which of a body's samples its schema accepts. */
  accepted(node: BodyNode, samples: readonly Sample[], judge: () => readonly boolean[]): readonly boolean[] {
    return this.#accepted.recall(node, samples, {}, judge);
  }

  /** The checks of a body's samples; they depend on other samples only as far as they ask for them. */
  checks(
    node: BodyNode,
    samples: readonly Sample[],
    others: () => readonly Json[],
    check: (others: () => readonly Json[]) => readonly SampleCheck[],
  ): readonly SampleCheck[] {
    return this.#checks.recall(node, samples, { others }, (asks) => check(asks.others));
  }
}

/** The part of a memory that holds it. */
export const bodyMemory = (): BodyMemory => new BodyMemory();
