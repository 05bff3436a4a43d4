import { dedent, linesOf } from "../rst/lines.ts";
import { parseLines } from "../rst/parse.ts";
import type { Block } from "../rst/tree.ts";
import { remembered } from "../text/remembered.ts";
import type { StatusRow } from "./model.ts";

/** What makes a reason more than a text. */
const MACHINERY =
  /^[ \t]*\.\.[ \t]+(?:rest_parameters|literalinclude|(?:source)?code(?:-block)?|(?:csv-|list-)?table)::/im;

/**
 * The blocks of a reason in status.yaml that holds a table or a sample: os-api-ref reads it as RST, so that the page
 * shows them in the row of the code. Their places are in status.yaml. None for any other reason.
 */
export const reasonBlocks = remembered(({ description, descriptionSpan }: StatusRow): readonly Block[] => {
  if (description === undefined || descriptionSpan === undefined || !MACHINERY.test(description)) return [];
  const { file, start, end } = descriptionSpan;
  // Only in a literal block (`|`) a line of the text is a line of the file.
  if (file.text[start] !== "|") return [];
  const [, ...lines] = linesOf(file).filter(
    ({ offset, text }) => offset + text.length >= start && offset < end,
  );
  return parseLines(dedent(lines)).blocks;
});
