import type { ApiRef } from "../apiref/model.ts";
import type { Definition, ParametersFile } from "../apiref/parameters-file.ts";
import type { Draft } from "../findings/finding.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import { type Span, span } from "../text/span.ts";
import { usesOfDefinitions } from "./shown-rows.ts";

/** Words that exclude each other: what is called after one and described by another of its line is described wrongly. */
const OPPOSITES: readonly (readonly (readonly string[])[])[] = [
  [
    ["created", "creation", "create"],
    ["updated", "update", "modified", "modification", "changed", "change"],
    ["deleted", "deletion", "delete", "removed", "removal", "destroyed"],
  ],
  [
    ["start", "started", "starting", "starts", "begin", "beginning", "began", "first"],
    ["end", "ended", "ending", "ends", "finish", "finished", "completed", "stop", "stopped", "last"],
  ],
  [
    ["min", "minimum", "minimal", "least", "smallest", "lowest", "lower"],
    ["max", "maximum", "maximal", "most", "largest", "highest", "greatest", "upper"],
  ],
  [
    ["source", "src"],
    ["destination", "dest", "dst", "target"],
  ],
  [
    ["ingress", "inbound", "incoming"],
    ["egress", "outbound", "outgoing"],
  ],
];

/** By word: its line and its place in that, as one text. */
const KINDS = new Map(
  OPPOSITES.flatMap((line, index) =>
    line.flatMap((words, place) => words.map((word) => [word, { line: index, place }] as const)),
  ),
);

/**
 * Descriptions that were copied and not changed: `updated_at`, "The time when the widget was created", where `created_at` begins with the
 * same sentence. Only what says the opposite of its name in the words of the definition that has that name is told of.
 */
export function* oppositeTexts(apiRef: ApiRef): Iterable<Draft> {
  const uses = usesOfDefinitions(apiRef);
  for (const file of apiRef.parametersFiles.values())
    for (const { definition, draft } of inFile(file)) if (uses.has(definition)) yield draft;
}

const inFile = remembered(({ definitions }: ParametersFile): readonly Opposite[] => {
  const described = [...definitions.values()].filter(
    ({ description, broken }) => description !== "" && broken !== true,
  );
  return [...groupedBy(described, firstSentence).values()].flatMap((same) => {
    if (same.length < 2) return [];
    const named = same.map((definition) => ({ definition, kinds: kindsIn(definition.key) }));
    const owners = new Map<string, Definition>();
    for (const { definition, kinds } of named)
      for (const [line, places] of kinds)
        if (places.size === 1) {
          const [[place]] = [...places] as [[number, string]];
          const key = `${line} ${place}`;
          if (!owners.has(key)) owners.set(key, definition);
        }
    return named.flatMap(({ definition, kinds }) => {
      const said = kindsIn(definition.description);
      for (const [line, places] of kinds) {
        const texts = said.get(line);
        const [name, ...more] = places.keys();
        if (texts === undefined || texts.size !== 1 || more.length > 0 || texts.has(name!)) continue;
        const [[place, word]] = [...texts] as [[number, string]];
        const owner = owners.get(`${line} ${place}`);
        if (owner !== undefined) return [{ definition, draft: findingAt(definition, owner, word) }];
      }
      return [];
    });
  });
});

interface Opposite {
  readonly definition: Definition;
  readonly draft: Draft;
}

/** The finding at the word that is wrong. */
function findingAt(definition: Definition, owner: Definition, word: string): Draft {
  return {
    message: `\`${definition.key}\` is described in the words of \`${owner.key}\`: \`${word}\`. Say what \`${definition.key}\` is.`,
    span: placeOf(definition, word),
    severity: "warning",
    related: [{ span: owner.keySpan, message: "here they are right" }],
  };
}

function placeOf({ fields, keySpan }: Definition, word: string): Span {
  const field = fields.get("description");
  if (field === undefined) return keySpan;
  const { file, start, end } = field.valueSpan;
  const at = file.text.slice(start, end).search(new RegExp(`\\b${word}\\b`, "i"));
  return at < 0 ? field.nameSpan : span(file, start + at, start + at + word.length);
}

function firstSentence({ description }: Definition): string {
  const text = description.slice(0, MOST_TEXT).replace(/\s+/g, " ").trim().toLowerCase();
  return text.split(/\.(?: |$)/, 1)[0]!;
}

/** Longer texts are not copied by mistake. */
const MOST_TEXT = 2000;

/** The lines of opposites that a text has words of, each with the places in the line and the word for it. */
function kindsIn(text: string): Map<number, Map<number, string>> {
  const found = new Map<number, Map<number, string>>();
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    const kind = KINDS.get(word);
    if (kind === undefined) continue;
    const places = found.get(kind.line) ?? new Map<number, string>();
    found.set(kind.line, places);
    if (!places.has(kind.place)) places.set(kind.place, word);
  }
  return found;
}
