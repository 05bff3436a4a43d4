/**
 * What edits of the sources may change on the pages.
 *
 * @typedef {object} Allowances
 * @property {Set<string>} urls `old new`
 * @property {Set<string>} types `old new`, of the third column
 * @property {Set<string>} places `old new`, of the second column
 * @property {Set<string>} lookedUp names of rows that look another definition up
 * @property {Set<string>} gone names of rows, and codes, that are taken out
 * @property {Set<string>} renamed `old new`
 * @property {boolean} optional whether definitions change in `required`
 * @property {boolean} described whether the names of fields are corrected, so that a description comes to light
 * @property {boolean} literals whether single backticks become double ones
 * @property {boolean} quotations whether lists are moved
 * @property {boolean} glued whether text in a table becomes the list that it was meant for
 * @property {boolean} samples whether commas, lists and literals of samples are corrected
 * @property {boolean} codes whether codes in prose become lists
 */

/** The files that fixes may change; samples only where their JSON is mended. */
const SOURCES = /\.(?:rst|inc|ya?ml|txt)$/;
const SAMPLES = /\.json$/;

/**
 * Reads what `apiref fix --dry-run` prints.
 *
 * @param {string} diff a unified diff
 * @param {readonly string[]} rules the rules that are fixed; none: all
 * @returns {{ allowances: Allowances, problems: string[] }} problems: files that no fix may change
 */
export function allowancesOf(diff, rules) {
  const isFixed = (rule) => rules.length === 0 || rules.includes(rule);
  const allowances = {
    urls: new Set(),
    types: new Set(),
    places: new Set(),
    lookedUp: new Set(),
    gone: new Set(),
    renamed: new Set(),
    optional: isFixed("definition-path-optional"),
    described: false,
    literals: isFixed("rst-role-missing"),
    quotations: isFixed("rst-quoted-list"),
    glued: isFixed("rst-list-glued"),
    samples: isFixed("sample-syntax") || isFixed("sample-list-glued"),
    codes: isFixed("status-codes-freeform"),
  };
  const problems = [];
  for (const line of diff.split("\n"))
    if (line.startsWith("+++ ") && !SOURCES.test(line) && !(allowances.samples && SAMPLES.test(line)))
      problems.push(`changes ${line.slice(4)}`);
  for (const { before, after } of changedRuns(diff)) {
    if (before.length === after.length)
      for (const [index, line] of before.entries()) noteReplaced(line, after[index], allowances);
    else noteRemoved(before, after, allowances);
  }
  // A definition whose place is corrected moves to the others of that place.
  const [old, moved] = ["-", "+"].map((sign) => placesIn(diff, sign));
  for (const [key, place] of old) if (moved.has(key)) allowances.places.add(`${place} ${moved.get(key)}`);
  // Where codes are moved as well, a URL stands in other lines of the diff; the order stays.
  const written = (sign) => diff.split("\n").flatMap((line) => (line[0] === sign ? methodIn(line) : []));
  const fresh = written("+");
  for (const [index, url] of written("-").entries()) allowances.urls.add(`${url} ${fresh[index]}`);
  return { allowances, problems };
}

/** The lines that go and come together. @param {string} diff */
function changedRuns(diff) {
  const runs = [];
  let run;
  for (const line of diff.split("\n")) {
    const isChange = /^[-+](?![-+]{2} )/.test(line);
    if (!isChange) run = undefined;
    else {
      if (run === undefined) {
        run = { before: [], after: [] };
        runs.push(run);
      }
      run[line[0] === "-" ? "before" : "after"].push(line.slice(1));
    }
  }
  return runs;
}

/** The places of the definitions that go or come, by their keys. @param {string} diff @param {string} sign */
function placesIn(diff, sign) {
  const places = new Map();
  let key;
  for (const line of diff.split("\n")) {
    if (line[0] !== sign) continue;
    key = /^(\S+):\s*$/.exec(line.slice(1))?.[1] ?? key;
    const place = FIELD.exec(line.slice(1));
    if (key !== undefined && place?.[1] === "in") places.set(key, unquoted(place[2]));
  }
  return places;
}

const METHOD = /^\s*\.\. rest_method::\s*\S+\s+(.*?)\s*$/;
const FIELD = /^\s+(\w+):\s*(.*?)\s*(?:#.*)?$/;
const ROW = /^\s*-\s+([^\s:]+)\s*(?::\s*(\S+)\s*)?$/;

function methodIn(line) {
  return METHOD.exec(line.slice(1))?.slice(1) ?? [];
}

function noteReplaced(before, after, allowances) {
  const pair = (pattern) => [pattern.exec(before), pattern.exec(after)];
  const [field, newField] = pair(FIELD);
  if (field !== null && newField !== null) {
    if (newField[1] === "in") allowances.places.add(`${unquoted(field[2])} ${unquoted(newField[2])}`);
    if (newField[1] === "type") allowances.types.add(`${unquoted(field[2])} ${unquoted(newField[2])}`);
    if (field[1] !== newField[1]) {
      allowances.optional ||= newField[1] === "required";
      allowances.described ||= newField[1] !== "required";
    }
  }
  const [row, newRow] = pair(ROW);
  if (row !== null && newRow !== null) {
    if (row[1] !== newRow[1]) allowances.renamed.add(`${row[1]} ${newRow[1]}`);
    if (row[2] !== newRow[2]) allowances.lookedUp.add(newRow[1]);
  }
}

function noteRemoved(before, after, allowances) {
  if (after.length > 0) return;
  for (const line of before) {
    const row = ROW.exec(line);
    if (row !== null) allowances.gone.add(row[1]);
  }
}

function unquoted(text) {
  return text.replace(/^(["'])(.*)\1$/, "$2");
}
