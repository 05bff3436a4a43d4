import type { ApiRef, Operation } from "../apiref/model.ts";
import { groupOperations } from "../apiref/targets.ts";
import { rowsNotInUrl, undocumentedVariables } from "../apiref/url-rows.ts";
import { shownObject } from "../samples/read.ts";
import { remembered } from "../text/remembered.ts";
import { collectionNouns, nounsOf } from "./resource-nouns.ts";

/** An operation whose method and URL are those of an operation of another resource. */
export interface CopiedUrl {
  /** Whose method and URL they are. */
  readonly from: Operation;
  /** What the operation itself is about, by its title and its samples or rows. */
  readonly about: string;
}

/** More sections of one method and URL are kinds of one request. */
const MOST_ALIKE = 8;

/**
 * The operations whose method and URL were copied: the title of another one of the same method and URL says what the URL ends
 * with, and that of this one does not, but names what its samples hold or its row of the path identifies instead.
 */
export const copiedUrls = remembered((apiRef: ApiRef): ReadonlyMap<Operation, CopiedUrl> => {
  const found = new Map<Operation, CopiedUrl>();
  for (const { groups } of groupOperations(apiRef))
    for (const { operations } of groups) {
      if (operations.length === 1 || operations.length > MOST_ALIKE) continue;
      const own = operations.find(isNamedInUrl);
      if (own === undefined) continue;
      for (const operation of operations) {
        const about = operation === own ? undefined : otherThing(operation);
        if (about !== undefined && !namesThing(own, about)) found.set(operation, { from: own, about });
      }
    }
  return found;
});

/** Whether the title of an operation has all words of the collection that its URL names. */
function isNamedInUrl(operation: Operation): boolean {
  const nouns = collectionNouns(operation);
  return nouns.length > 0 && nouns.every((noun) => titleNouns(operation).has(noun));
}

/** What an operation is about where its URL says nothing of it: a noun of its title that its samples or rows of the path have. */
function otherThing(operation: Operation): string | undefined {
  const nouns = collectionNouns(operation);
  const title = titleNouns(operation);
  if (nouns.length === 0 || nouns.some((noun) => title.has(noun))) return undefined;
  const ofUrl = new Set(nounsOf(operation.target.path));
  return thingsOf(operation).find((thing) => {
    const words = nounsOf(thing);
    return words.length > 0 && words.every((word) => title.has(word) && !ofUrl.has(word));
  });
}

function namesThing(operation: Operation, thing: string): boolean {
  return nounsOf(thing).every((noun) => titleNouns(operation).has(noun));
}

/** The envelopes of an operation's samples, and what its rows of the path identify that is not in the URL. */
function thingsOf(operation: Operation): string[] {
  const envelopes = operation.samples
    .flatMap((sample) => Object.keys(shownObject(sample) ?? {}))
    .filter((name) => !name.endsWith("_links"));
  const rows = [
    ...rowsNotInUrl(operation),
    ...undocumentedVariables(operation).flatMap(({ meant }) => meant ?? []),
  ];
  return [...rows.map(({ name }) => name.replace(/[-_](?:id|uuid|name|ident)$/, "")), ...envelopes];
}

const titleNouns = remembered(({ title }: Operation): ReadonlySet<string> => new Set(nounsOf(title)));
