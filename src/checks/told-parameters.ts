import type { Operation } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { textOf } from "../rst/markup-survey.ts";
import type { Block } from "../rst/tree.ts";
import { gathered, gatheredFromLists, NOTHING } from "../rst/walk.ts";
import { remembered } from "../text/remembered.ts";
import { runsOf } from "./runs.ts";

const NAME = "``([a-z][\\w-]*)``";

/** What a sentence of an operation says of parameters that readers may send. */
const USED: readonly RegExp[] = [
  new RegExp(
    `\\buse\\s+the\\s+${NAME}(?:\\s+and\\s+(?:the\\s+)?${NAME})?\\s+(?:query\\s+)?parameters?\\b`,
    "gi",
  ),
  new RegExp(
    `${NAME}\\s+(?:is|are)\\s+(?:specified|given|passed|set)\\s+(?:in|as)\\s+(?:the\\s+|an?\\s+)?(?:URL\\s+|request\\s+)?query\\b`,
    "gi",
  ),
];

/** What the description of one parameter says of another: `use … as the ``marker`` parameter value in the next request`. */
const USED_AS = new RegExp(`\\bas\\s+the\\s+${NAME}\\s+(?:query\\s+)?parameter\\b`, "gi");

/**
 * The parameters of the query that the text of an operation, or that of a parameter of its query, tells readers to use, and that
 * no row has; sorted.
 */
export function toldParameters({ description, rows, target }: Operation): string[] {
  const beside = rows.flatMap(({ side, definition }) =>
    side === "request" && definition?.in === "query" ? usedBeside(definition) : [],
  );
  const used = new Set([...usedInText(description), ...listed(description), ...beside]);
  if (used.size === 0) return [];
  const sent = rows.filter(({ side }) => side === "request");
  const known = new Set([...sent, ...target.query].map(({ name }) => name.toLowerCase()));
  return [...used].filter((name) => !known.has(name.toLowerCase())).sort();
}

const usedInText = gathered((block: Block): readonly string[] => {
  const texts = runsOf(block).map(textOf);
  return texts.some((text) => text.includes("``")) ? texts.flatMap((text) => namesIn(text, USED)) : NOTHING;
});

const usedBeside = remembered(({ description }: Definition): readonly string[] =>
  description.includes("``") ? namesIn(description, [...USED, USED_AS]) : [],
);

function namesIn(text: string, patterns: readonly RegExp[]): string[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([, ...names]) => names.filter((name) => name !== undefined)),
  );
}

/** What announces a list of parameters: `The following filters are supported:`. */
const ANNOUNCES =
  /\b(?:following\s+(?:filters?|query\s+(?:string\s+)?parameters?)|(?:filters|query\s+(?:string\s+)?parameters)\s+are)\b[^.]*:\s*$/i;

/** How an item names its parameter: ``` ``colour`` ```, ``` ``colour={colour}`` ```. */
const ITEM = /^\s*``\??([a-z]\w*)(?:=[^`]*)?``/i;

/** The parameters that the items of an announced list begin with. */
const listed = gatheredFromLists(
  (blocks): readonly string[] =>
    blocks.flatMap((block, index) => (announces(block) ? namesOfItems(blocks[index + 1]) : [])),
  () => false,
);

function announces(block: Block): boolean {
  return block.kind === "paragraph" && runsOf(block).some((run) => ANNOUNCES.test(textOf(run)));
}

function namesOfItems(below: Block | undefined): string[] {
  const list = below?.kind === "block-quote" ? below.children[0] : below;
  if (list?.kind !== "bullet-list") return [];
  return list.items.flatMap(({ children: [first] }) =>
    first === undefined ? [] : runsOf(first).flatMap((run) => ITEM.exec(textOf(run))?.[1] ?? []),
  );
}
