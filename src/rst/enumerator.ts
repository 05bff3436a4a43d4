type Sequence = "auto" | "arabic" | "lower-alpha" | "upper-alpha" | "lower-roman" | "upper-roman";

/** The marker of an enumerated list item: `1.`, `(a)`, `iv)`, `#.`. */
export interface Enumerator {
  readonly prefix: string;
  readonly suffix: string;
  readonly sequence: Sequence;
  readonly ordinal: number;
  /** Number of characters up to the text of the item. */
  readonly width: number;
}

const MARKER =
  /^(?:(\()([0-9]+|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+|#)(\))|([0-9]+|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+|#)([).]))(?: +|$)/;

/** In the order in which docutils tries them (`Body.enum.sequences`). */
const SEQUENCES: readonly (readonly [Sequence, RegExp])[] = [
  ["arabic", /^[0-9]+$/],
  ["lower-alpha", /^[a-z]$/],
  ["upper-alpha", /^[A-Z]$/],
  ["lower-roman", /^[ivxlcdm]+$/],
  ["upper-roman", /^[IVXLCDM]+$/],
];

/**
 * Reads the marker at the start of a line (docutils' `Body.parse_enumerator`). Within a list, `expected` is tried
 * first: only so can `v.` follow `iv.`. Undefined where there is no marker or its number is none (`iiii.`).
 */
export function readEnumerator(text: string, expected?: Sequence): Enumerator | undefined {
  const match = MARKER.exec(text);
  if (match === null) return undefined;
  const label = (match[2] ?? match[4])!;
  const sequence = sequenceOf(label, expected);
  const ordinal = ordinalOf(label, sequence);
  if (ordinal === undefined) return undefined;
  return {
    prefix: match[1] ?? "",
    suffix: (match[3] ?? match[5])!,
    sequence,
    ordinal,
    width: match[0].length,
  };
}

/** Whether the line below the first line of an item allows it to be one: blank, indented, or the next item. */
export function allowsItem(item: Enumerator, nextLine: string | undefined): boolean {
  if (nextLine === undefined || nextLine === "" || nextLine.startsWith(" ")) return true;
  const { prefix, suffix } = item;
  const next = labelOf(item.ordinal + 1, item.sequence);
  if (next === undefined) return false;
  return [next, "#"].some((label) => `${nextLine} `.startsWith(`${prefix}${label}${suffix} `));
}

/** Whether a marker goes on with the list of the item before it; `auto` where `#` has been seen in the list. */
export function continues(before: Enumerator, item: Enumerator, auto: boolean): boolean {
  if (before.prefix !== item.prefix || before.suffix !== item.suffix) return false;
  if (item.sequence === "auto") return true;
  return !auto && item.sequence === before.sequence && item.ordinal === before.ordinal + 1;
}

function sequenceOf(label: string, expected: Sequence | undefined): Sequence {
  if (label === "#") return "auto";
  if (SEQUENCES.some(([name, pattern]) => name === expected && pattern.test(label))) return expected!;
  if (label === "i") return "lower-roman";
  if (label === "I") return "upper-roman";
  return SEQUENCES.find(([, pattern]) => pattern.test(label))![0];
}

function ordinalOf(label: string, sequence: Sequence): number | undefined {
  if (sequence === "auto") return 1;
  if (sequence === "arabic") return Number(label);
  if (sequence === "lower-alpha") return label.charCodeAt(0) - 96;
  if (sequence === "upper-alpha") return label.charCodeAt(0) - 64;
  return fromRoman(label.toUpperCase());
}

function labelOf(ordinal: number, sequence: Sequence): string | undefined {
  if (sequence === "auto") return "#";
  if (sequence === "arabic") return String(ordinal);
  if (sequence === "lower-alpha" || sequence === "upper-alpha")
    return ordinal > 26 ? undefined : String.fromCharCode(ordinal + (sequence === "lower-alpha" ? 96 : 64));
  const roman = toRoman(ordinal);
  return sequence === "lower-roman" ? roman.toLowerCase() : roman;
}

const ROMAN: readonly (readonly [string, number])[] = [
  ["M", 1000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

function fromRoman(text: string): number | undefined {
  if (!/^M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return undefined;
  let value = 0;
  let rest = text;
  for (const [letters, worth] of ROMAN)
    while (rest.startsWith(letters)) {
      value += worth;
      rest = rest.slice(letters.length);
    }
  return value;
}

function toRoman(number: number): string {
  let rest = number;
  let text = "";
  for (const [letters, worth] of ROMAN)
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  return text;
}
