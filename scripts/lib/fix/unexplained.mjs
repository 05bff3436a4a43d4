import { shownParts } from "./shown-parts.mjs";

/** @typedef {import("./allowances.mjs").Allowances} Allowances */

/**
 * The differences between a page before and after a fix that none of its edits explains.
 *
 * @param {readonly string[]} before lines of a document tree
 * @param {readonly string[]} after
 * @param {Allowances} allowances
 * @returns {{ problems: string[], explained: number }} what is wrong, and how many differences are as they should be
 */
export function unexplained(before, after, allowances) {
  const [old, fresh] = [shownParts(before), shownParts(after)];
  const problems = [];
  let explained = old.quotations - fresh.quotations;
  if (explained < 0 || (explained > 0 && !allowances.quotations))
    problems.push(`${old.quotations} quotations of lists → ${fresh.quotations}`);
  let [at, to] = [0, 0];
  while (at < old.parts.length || to < fresh.parts.length) {
    const [one, other] = [old.parts[at], fresh.parts[to]];
    if (one !== undefined && other !== undefined && isSame(one, other, allowances)) {
      if (one.url !== other.url || one.text !== other.text) explained++;
    } else if (one?.kind === "row" && allowances.gone.has(one.cells[0].split(" ")[0])) {
      explained++;
      to--;
    } else if (other?.kind === "row" && allowances.lookedUp.has(other.cells[0].split(" ")[0])) {
      // os-api-ref shows no row whose definition it does not find.
      explained++;
      at--;
    } else {
      problems.push(`${shown(one)} → ${shown(other)}`);
      break;
    }
    at++;
    to++;
  }
  return { problems, explained };
}

function isSame(one, other, allowances) {
  if (one.kind !== other.kind) return false;
  if (one.kind === "row") return isSameRow(one.cells, other.cells, allowances);
  if (one.kind === "url" && one.url !== other.url && !allowances.urls.has(`${one.url} ${other.url}`))
    return false;
  return (
    one.text === other.text ||
    (allowances.literals && asLiteral(one.text) === asLiteral(other.text)) ||
    (allowances.samples && withoutCommas(one.text) === withoutCommas(other.text))
  );
}

/** A line of a sample without what its correction changes. */
function withoutCommas(text) {
  return text
    .replace(/", ?"|,/g, "")
    .replace(/[^\S\n]/g, " ")
    .trimEnd()
    .replace(/\b(?:none|nil|undefined|null)\b/gi, "null")
    .replace(/\b(?:true|false)\b/gi, (word) => word.toLowerCase());
}

/** Whether a row shows what it showed, but for what was wrong with it. */
function isSameRow(cells, others, allowances) {
  if (cells.length !== others.length) return false;
  const [name = "", place, type, ...texts] = cells;
  const [newName = "", newPlace, newType, ...newTexts] = others;
  const [word, newWord] = [name.split(" ")[0], newName.split(" ")[0]];
  const isLookedUp = allowances.lookedUp.has(newWord);
  const isSameName =
    name === newName ||
    allowances.renamed.has(`${word} ${newWord}`) ||
    (word === newWord && (allowances.optional || (isLookedUp && !newName.includes("(Optional)"))));
  const isSameType = type === newType || allowances.types.has(`${type} ${newType}`);
  const isSamePlace = place === newPlace || allowances.places.has(`${place} ${newPlace}`);
  const isSameText = textOf(texts, allowances) === textOf(newTexts, allowances) || allowances.described;
  const isSameVersion = versionsIn(texts) === versionsIn(newTexts);
  return (
    isSameName && isSameType && isSameVersion && (isSamePlace || isLookedUp) && (isSameText || isLookedUp)
  );
}

function textOf(texts, { literals, glued }) {
  const text = texts.join(" | ");
  const plain = glued ? withoutLists(text) : text;
  return literals ? asLiteral(plain) : plain;
}

/** A list as it reads where the blank line above it lacks. */
function withoutLists(text) {
  return text.replace(/<bullet_list bullet="."> /g, "").replaceAll("<list_item> ", "- ");
}

function asLiteral(text) {
  return text.replaceAll("<title_reference>", "<literal>");
}

function versionsIn(texts) {
  return (texts.join(" ").match(/(?:New in|Available until) version [\d.]+/g) ?? []).join(" ");
}

function shown(part) {
  return part === undefined ? "nothing" : (part.url ?? part.text.trim());
}
