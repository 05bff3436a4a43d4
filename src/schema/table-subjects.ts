import type { ParameterRow } from "../apiref/model.ts";
import { referredLabels } from "../apiref/referred-labels.ts";
import { addTo, groupedBy } from "../text/grouped.ts";
import { leafOf } from "../text/leaf.ts";
import { isContainer, plainWord } from "./placement.ts";

/**
 * The row of the object or list whose inside a table describes, for each table that says so above it, by its number: a
 * title that is the row's name (`**lamp.shade**`, `Shade object`, `Request Bulb`), a sentence (``All are in the ``shade``
 * object``), or a label to which the row's description refers. Only a row of another table of the body counts, and only
 * where no other one may be meant.
 *
 * @param tables the rows of the body by their tables
 * @param path of the operation: a title may begin with the words of its resource
 */
export function tableSubjects(
  tables: ReadonlyMap<number, readonly [ParameterRow, ...ParameterRow[]]>,
  path: string,
): Map<number, ParameterRow> {
  const found = new Map<number, ParameterRow>();
  if (tables.size < 2) return found;
  const all = containersOf([...tables.values()].flat().filter(isContainer));
  const context = wordsOf(path.replace(/\{[^{}]*\}/g, " ")).map(plainWord);
  for (const [table, [first]] of tables) {
    const others = othersThan(table, all);
    const only = (meant: readonly ParameterRow[]) => onlyOne(meant, table);
    const referring = referringTo(others, first.anchors ?? []);
    const subject =
      // Further objects to whose inside the same label leads have their own copies of the rows.
      (new Set(referring.map(({ name }) => name)).size > 1 ? referring[0] : only(referring)) ??
      only(titledAs(others, first.sectionTitles.at(-1) ?? "", context)) ??
      only(introducedAs(others, first.introduction ?? "", context));
    if (subject !== undefined && !isInTable(subject, table, found)) found.set(table, subject);
  }
  return found;
}

/** The rows of objects and lists, by what a table may call them. */
interface Containers {
  readonly named: (name: string) => readonly ParameterRow[];
  /** By the last step of the name. */
  readonly withLeaf: (leaf: string) => readonly ParameterRow[];
  /** By the word that singular and plural of the last step have in common. */
  readonly withWord: (word: string) => readonly ParameterRow[];
  /** By a label to which the description refers, in small letters. */
  readonly referringTo: (label: string) => readonly ParameterRow[];
}

function containersOf(rows: readonly ParameterRow[]): Containers {
  const names = groupedBy(rows, ({ name }) => name);
  const leaves = groupedBy(rows, ({ name }) => leafOf(name));
  const words = groupedBy(rows, ({ name }) => plainWord(leafOf(name)));
  const labels = new Map<string, ParameterRow[]>();
  for (const row of rows)
    if (row.definition !== undefined)
      for (const label of referredLabels(row.definition)) addTo(labels, label, row);
  return {
    named: (name) => names.get(name) ?? [],
    withLeaf: (leaf) => leaves.get(leaf) ?? [],
    withWord: (word) => words.get(plainWord(word)) ?? [],
    referringTo: (label) => labels.get(label) ?? [],
  };
}

/** Those of other tables. */
function othersThan(table: number, all: Containers): Containers {
  const ofOthers = (rows: readonly ParameterRow[]) => rows.filter((row) => row.table !== table);
  return {
    named: (name) => ofOthers(all.named(name)),
    withLeaf: (leaf) => ofOthers(all.withLeaf(leaf)),
    withWord: (word) => ofOthers(all.withWord(word)),
    referringTo: (label) => ofOthers(all.referringTo(label)),
  };
}

/** Whether a row stands in a table, or in one whose subject does. */
function isInTable(row: ParameterRow, table: number, found: ReadonlyMap<number, ParameterRow>): boolean {
  for (let at: ParameterRow | undefined = row; at !== undefined; at = found.get(at.table))
    if (at.table === table) return true;
  return false;
}

/** The one row that is meant; of variants of one row in several tables, the nearest before the table. */
function onlyOne(rows: readonly ParameterRow[], table: number): ParameterRow | undefined {
  const [first] = rows;
  if (rows.length <= 1) return first;
  const tables = new Set(rows.map((row) => row.table));
  if (tables.size < rows.length || rows.some(({ name }) => name !== first!.name)) return undefined;
  return rows.findLast((row) => row.table < table) ?? first;
}

/** The rows whose descriptions refer to one of the labels. */
function referringTo(containers: Containers, anchors: readonly string[]): ParameterRow[] {
  return [...new Set(anchors.flatMap((label) => containers.referringTo(label.toLowerCase())))];
}

/** Words of a title that say that something is described, not what. */
const GENERAL =
  /^(?:the|an?|each|every|one|of|in|for|within|inside|json|parameters?|attributes?|fields?|properties|property|items?|elements?|entry|entries|members?|objects?|lists?|arrays?|maps?|dict(?:s|ionary|ionaries)?|structures?|format|schema|details?|contents?|body|requests?|responses?)$/;

/** The rows whose name a title is, but for general words round it and those of the resource before it. */
function titledAs(
  containers: Containers,
  title: string,
  context: readonly string[],
): readonly ParameterRow[] {
  const text = title
    .replace(/[`*]/g, "")
    .replace(/\([^()]*\)/g, " ")
    .replace(/\s{0,9}[:：]{1,9}$/, "")
    .trim();
  if (/^[\w-]+(?:\.[\w-]+)+$/.test(text)) return named(containers, text);
  const words = wordsOf(text);
  while (GENERAL.test(words[0] ?? "")) words.shift();
  while (GENERAL.test(words.at(-1) ?? "")) words.pop();
  for (let from = 0; from < words.length; from++) {
    // what stands before the name may only be the resource that has it
    if (from > 0 && !context.includes(plainWord(words[from - 1]!))) return [];
    const meant = containers.withWord(words.slice(from).join(""));
    if (meant.length > 0) return meant;
  }
  return [];
}

const NAME = String.raw`[\`*"']*(?<name>[A-Za-z_][\w.-]*?)[\`*"']*`;
const KIND =
  "(?:objects?|dict(?:s|ionary|ionaries)?|lists?|arrays?|items?|elements?|entry|entries|members?|maps?|structures?)";
const EACH = "(?:the|each|every|an?|one)";
const HAS = "(?:has|have|contains?|consists?|includes?|holds?|is|are|may|can|takes?|accepts?|supports?)";

/** Sentences that say in what the parameters of the table below lie. */
const SENTENCES: readonly RegExp[] = [
  // All parameters are in the ``shade`` object
  String.raw`\b(?:in|of|inside|within|for) ${EACH} ${NAME} ${KIND}\b`,
  // for each item of ``bulbs``
  String.raw`\b(?:in|of|inside|within|for) ${EACH} ${KIND} (?:of|in)(?: the)? ${NAME}(?= (?:list|array)\b|[^\w ]|$)`,
  // The ``shade`` object has:
  String.raw`^${EACH} ${NAME} ${KIND} ${HAS}\b`,
  // Each item of ``bulbs`` has:
  String.raw`^(?:each|every|an?|one|the) ${KIND} (?:of|in)(?: the)? ${NAME}(?: (?:list|array))? ${HAS}\b`,
].map((source) => new RegExp(source, "i"));

/** The rows that the text above a table names as what it is about. */
function introducedAs(
  containers: Containers,
  text: string,
  context: readonly string[],
): readonly ParameterRow[] {
  const titled = titledAs(containers, text, context);
  if (titled.length > 0) return titled;
  const found = new Set<ParameterRow>();
  for (const sentence of text.split(/(?<=[.:;])\s+/))
    for (const pattern of SENTENCES) {
      const name = pattern.exec(sentence)?.groups?.name;
      for (const row of name === undefined ? [] : named(containers, name)) found.add(row);
    }
  return [...found];
}

/** The rows of a name: as it is written, or by its last step. */
function named(containers: Containers, name: string): readonly ParameterRow[] {
  const exact = containers.named(name);
  return exact.length > 0 ? exact : containers.withLeaf(leafOf(name));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
