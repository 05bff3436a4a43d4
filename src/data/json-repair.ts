import { parseJson } from "./json.ts";
import type { JsonFault, JsonMistake } from "./json-fault.ts";

/** A stretch of a text and what is to stand there instead. */
export interface JsonReplacement {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/**
 * The smallest changes that make JSON of a text, where its faults say which: commas that lack or are too many, foreign
 * spaces, literals as another language has them (`None`). Undefined where a fault can be mended in more than one way, and
 * where the outcome is no JSON or names a property twice.
 *
 * @param faults all that `parseJson` found
 */
export function jsonRepair(text: string, faults: readonly JsonFault[]): JsonReplacement[] | undefined {
  const replacements: JsonReplacement[] = [];
  const mended: string[] = [];
  let from = 0;
  for (const { mistake, offset, length } of faults) {
    const replaced = replacementFor(mistake);
    if (replaced === undefined || offset < from) return undefined;
    replacements.push({ offset, length, text: replaced });
    mended.push(text.slice(from, offset), replaced);
    from = offset + length;
  }
  mended.push(text.slice(from));
  const read = parseJson(mended.join(""));
  return "value" in read && read.repeated.length === 0 ? replacements : undefined;
}

function replacementFor(mistake: JsonMistake): string | undefined {
  switch (mistake.kind) {
    case "comma-missing":
      return ",";
    case "comma-before-closer":
    case "comma-twice":
      return "";
    case "foreign-space":
      return " ";
    case "word-unknown":
      return mistake.meant;
    default:
      return undefined;
  }
}
