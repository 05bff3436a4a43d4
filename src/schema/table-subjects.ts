import type { ParameterRow } from "../apiref/model.ts";
import { groupedBy } from "../text/grouped.ts";
import { isContainer, plainWord, sameWord } from "./placement.ts";

/**
 * The row of the object or list whose inside a table describes, for each table that says so above it, by its number: a
 * title that is the row's name (`**lamp.shade**`, `Shade object`, `Request Bulb`), a sentence (``All are in the ``shade``
 * object``), or a label to which the row's description refers. Only a row of another table of the body counts, and only
 * where no other one may be meant.
 *
 * @param path of the operation: a title may begin with the words of its resource
 */
export function tableSubjects(rows: readonly ParameterRow[], path: string): Map<number, ParameterRow> {
  const found = new Map<number, ParameterRow>();
  const tables = groupedBy(rows, ({ table }) => table);
  if (tables.size < 2) return found;
  const containers = rows.filter(isContainer);
  const context = wordsOf(path.replace(/\{[^{}]*\}/g, " ")).map(plainWord);
  for (const [table, [first]] of tables) {
    const others = containers.filter((row) => row.table !== table);
    const only = (meant: readonly ParameterRow[]) => onlyOne(meant, table);
    const subject =
      only(referringTo(others, first!.anchors ?? [])) ??
      only(titledAs(others, first!.sectionTitles.at(-1) ?? "", context)) ??
      only(introducedAs(others, first!.introduction ?? "", context));
    if (subject !== undefined && !isInTable(subject, table, found)) found.set(table, subject);
  }
  return found;
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
function referringTo(containers: readonly ParameterRow[], anchors: readonly string[]): ParameterRow[] {
  if (anchors.length === 0) return [];
  const labels = new Set(anchors.map((name) => name.toLowerCase()));
  return containers.filter(({ definition }) => {
    const refers = (definition?.description ?? "").matchAll(/:ref:`(?:[^`<]*<)?([^`<>]+)>?`/g);
    return [...refers].some(([, label]) => labels.has(label!.trim().toLowerCase()));
  });
}

/** Words of a title that say that something is described, not what. */
const GENERAL =
  /^(?:the|an?|each|every|one|of|in|for|within|inside|json|parameters?|attributes?|fields?|properties|property|items?|elements?|entry|entries|members?|objects?|lists?|arrays?|maps?|dict(?:s|ionary|ionaries)?|structures?|format|schema|details?|contents?|body|requests?|responses?)$/;

/** The rows whose name a title is, but for general words round it and those of the resource before it. */
function titledAs(
  containers: readonly ParameterRow[],
  title: string,
  context: readonly string[],
): ParameterRow[] {
  const text = title
    .replace(/[`*]/g, "")
    .replace(/\([^()]*\)/g, " ")
    .replace(/\s*[:：]+$/, "")
    .trim();
  if (/^[\w-]+(?:\.[\w-]+)+$/.test(text)) return named(containers, text);
  const words = wordsOf(text);
  while (GENERAL.test(words[0] ?? "")) words.shift();
  while (GENERAL.test(words.at(-1) ?? "")) words.pop();
  for (let from = 0; from < words.length; from++) {
    // what stands before the name may only be the resource that has it
    if (from > 0 && !context.includes(plainWord(words[from - 1]!))) return [];
    const word = words.slice(from).join("");
    const meant = containers.filter(({ name }) => sameWord(lastStep(name), word));
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
  containers: readonly ParameterRow[],
  text: string,
  context: readonly string[],
): ParameterRow[] {
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
function named(containers: readonly ParameterRow[], name: string): ParameterRow[] {
  const exact = containers.filter((row) => row.name === name);
  return exact.length > 0 ? exact : containers.filter((row) => lastStep(row.name) === lastStep(name));
}

function lastStep(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
