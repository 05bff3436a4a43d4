import type { ApiRef, Operation, Sample } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import { parseJson } from "../data/json.ts";
import { isJsonObject } from "../data/json-value.ts";
import { addTo, groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import type { SourceFile } from "../text/source-file.ts";
import { operationKind } from "./operation-verbs.ts";
import { collectionNouns, nounsOf } from "./resource-nouns.ts";

/** A sample that an operation shows in the place of one that nothing includes and that is named after the operation. */
export interface MeantSample {
  readonly operation: Operation;
  readonly sample: Sample;
  readonly meant: SourceFile;
}

/**
 * The samples of other operations that operations show while their own lies unused: "Delete a lamp" includes `update-lamp.json`,
 * and nothing `delete-lamp.json`. The two names differ in one word, and the unused one has the verb of the title there.
 */
export function meantByName({ documents, notices }: ApiRef): MeantSample[] {
  const unused = new Map<string, { word: string; file: SourceFile }[]>();
  for (const { span } of noticesFor(notices, "sample-unused"))
    for (const { rest, word } of wordsOut(span.file)) addTo(unused, rest, { word, file: span.file });
  if (unused.size === 0) return [];
  const kinds = new Set(
    documents.flatMap(({ operations }) => operations.map(({ title }) => operationKind(title))),
  );
  const found = new Map<SourceFile, MeantSample>();
  for (const { operations } of documents)
    for (const operation of operations) {
      const kind = operationKind(operation.title);
      if (kind === undefined) continue;
      for (const sample of operation.samples) {
        if (sample.path === undefined || sample.file === undefined) continue;
        for (const { rest, word } of wordsOut(sample.file)) {
          const other = operationKind(word);
          // `lamps-details` is named after what the title says behind its verb.
          if (other === kind || !kinds.has(other)) continue;
          const own = unused.get(rest)?.filter((one) => operationKind(one.word) === kind);
          const [one, ...others] = own ?? [];
          if (one !== undefined && others.length === 0 && !found.has(one.file))
            found.set(one.file, { operation, sample, meant: one.file });
        }
      }
    }
  return [...found.values()];
}

/**
 * The same where two names differ in nothing but what joins their words: `lamp-show.json` is shown and has the `lamp`, but the URL ends in
 * `shades`, and `lamp_show.json`, which nothing includes, has those.
 */
export function meantByJoints({ documents, notices }: ApiRef): MeantSample[] {
  const keyOf = ({ path }: SourceFile) => path.replace(/[-_](?=[^/]*$)/g, "-").toLowerCase();
  const unused = groupedBy(
    noticesFor(notices, "sample-unused").map(({ span }) => span.file),
    keyOf,
  );
  if (unused.size === 0) return [];
  return documents.flatMap(({ operations }) =>
    operations.flatMap((operation) => {
      const nouns = collectionNouns(operation);
      return operation.samples.flatMap((sample) => {
        const { file, path } = sample;
        const [meant, ...others] =
          path === undefined || file === undefined ? [] : (unused.get(keyOf(file)) ?? []);
        if (meant === undefined || others.length > 0 || nouns.length === 0) return [];
        const names = [meant.text, sample.text].map(outerNouns);
        const [isOwn, isShown] = names.map((said) => nouns.every((noun) => said.has(noun)));
        return isOwn && !isShown ? [{ operation, sample, meant }] : [];
      });
    }),
  );
}

/** The nouns in the outermost names of a JSON text. */
function outerNouns(text: string): ReadonlySet<string> {
  const parsed = parseJson(text);
  return new Set(
    "value" in parsed && isJsonObject(parsed.value) ? Object.keys(parsed.value).flatMap(nounsOf) : [],
  );
}

/** The one sample that nothing includes and whose name differs from a sample's in one word, which the operation's title has. */
export function unusedFor(
  { notices }: ApiRef,
  { title }: Operation,
  { file }: Sample,
): SourceFile | undefined {
  if (file === undefined) return undefined;
  const said = new Set(title.toLowerCase().split(/[^a-z0-9]+/));
  const words = new Map(wordsOut(file).map(({ rest, word }) => [rest, word]));
  const fitting = noticesFor(notices, "sample-unused").filter(({ span }) =>
    wordsOut(span.file).some(
      ({ rest, word }) => words.has(rest) && words.get(rest) !== word && said.has(word),
    ),
  );
  return fitting.length === 1 ? fitting[0]!.span.file : undefined;
}

/** Each word of a file's name, with the path without it: one widget or many is the same. */
const wordsOut = remembered(({ path }: SourceFile): readonly { rest: string; word: string }[] => {
  const slash = path.lastIndexOf("/") + 1;
  const words = path.slice(slash).toLowerCase().split(/[-_.]/, MOST_WORDS);
  const plain = words.map((word) => word.replace(/s$/, ""));
  return words.map((word, index) => ({
    word,
    rest: `${path.slice(0, slash)}${plain.with(index, "*").join("-")}`,
  }));
});

/** No name of a sample has more. */
const MOST_WORDS = 12;
