import type { Operation } from "../apiref/model.ts";
import { groupedBy } from "../text/grouped.ts";
import type { JudgedSample } from "./examples.ts";

/** What shows samples: one side of a documented operation. */
export interface SampleSource {
  readonly operation: Operation;
  readonly samples: readonly JudgedSample[];
}

interface Labelled {
  readonly operation: Operation;
  readonly sample: JudgedSample;
  label: string;
  /** What the label has beyond the title near the sample. */
  own: string;
}

/**
 * Gives the samples of all that answers, or is sent, under one method and path labels that differ: the title near a
 * sample, and where several have one, the title of the operation; where that does not tell them apart, what the names of
 * their files say besides.
 */
export function withLabels<Source extends SampleSource>(sources: readonly Source[]): Source[] {
  const all = sources.map(({ operation, samples }) =>
    samples.map((sample): Labelled => ({ operation, sample, label: sample.sample.title, own: "" })),
  );
  for (const alike of alikeIn(all.flat())) {
    if (new Set(alike.map(({ operation }) => operation.title)).size === 1) continue;
    for (const one of alike) {
      one.own = one.operation.title;
      one.label = [one.own, one.label].filter((part) => part !== "").join(": ");
    }
  }
  for (const alike of alikeIn(all.flat())) tellFilesApart(alike);
  return sources.map((source, index) => ({
    ...source,
    samples: all[index]!.map(({ sample, label, own }) =>
      label === sample.sample.title ? sample : { ...sample, label, own },
    ),
  }));
}

/** Those of one media type that bear the same label and are not the same example. */
function alikeIn(samples: readonly Labelled[]): Labelled[][] {
  const groups = groupedBy(samples, ({ sample, label }) =>
    `${sample.content.mediaType} ${label}`.toLowerCase(),
  );
  return [...groups.values()].filter((group) => new Set(group.map(exampleOf)).size > 1);
}

function exampleOf({ sample: { sample } }: Labelled): string {
  return `${sample.asOf ?? ""} ${sample.path === undefined ? sample.text : (sample.file?.path ?? sample.path)}`;
}

/** `router-add-request.json`, `router-add-request-with-port.json`: the second is `Request example (with port)`. */
function tellFilesApart(alike: readonly Labelled[]): void {
  const files = groupedBy(alike, exampleOf);
  const stems = [...files.values()].map(([{ sample }]) => wordsOfFile(sample));
  const common = stems[0]!.filter((word) => stems.every((words) => words.includes(word)));
  const taken = new Set<string>();
  for (const [index, uses] of [...files.values()].entries()) {
    const [{ label, sample, own }] = uses;
    const words = stems[index]!.filter((word) => label === "" || !common.includes(word));
    const { asOf } = sample.sample;
    const told = words.length > 0 || asOf === undefined ? words.join(" ") : `microversion ${asOf}`;
    const wanted = label === "" ? told : told === "" ? label : `${label} (${told})`;
    let free = wanted;
    for (let count = 2; taken.has(free); count++) free = `${wanted} ${count}`.trim();
    taken.add(free);
    for (const use of uses) Object.assign(use, { label: free, own: own === "" ? told : own });
  }
}

function wordsOfFile({ sample: { path } }: JudgedSample): string[] {
  const name =
    path
      ?.split(/[/\\]/)
      .at(-1)
      ?.replace(/\.\w+$/, "") ?? "";
  return name.split(/[-_\s]+/).filter((word) => word !== "");
}
