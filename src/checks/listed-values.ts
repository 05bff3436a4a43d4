import type { Definition } from "../apiref/parameters-file.ts";
import { remembered } from "../text/remembered.ts";
import { type Span, span } from "../text/span.ts";

/**
 * The words that announce the values of a field: `Valid values are`, `One of`, `A valid value is`, `Value is one of`,
 * `which can be`.
 */
const ANNOUNCED =
  /\b(?:(?:valid|allowed|possible|permitted|accepted|acceptable|supported)(?: [a-z]+)? (?:values?|options?|choices?)(?:,? (?:are|is|can be|may be|include[sd]?))?|(?:values? (?:is|are|can be|must be|may be)|(?:must|can|should|may) be|(?:it|which|value) is)(?: either| one of)|one of(?: the following)?(?: values)?|(?:the )?values? (?:is|are|can be|must be))(?: one of| either)?(?: the following(?: values)?)?:?\s+/gi;
const ITEM = /``([^`\n]{1,60})``(?:\s*\([^()]{0,120}\))?/y;
const SEPARATOR = /\s*(?:,\s*(?:and\b|or\b)?|\band\b|\bor\b|\/|\|)\s*/y;
const END = /\s*(?:[.;](?:\s|$)|$|\n\s*\n)/y;
/** An item of a list: ``- ``on``: the lamp shines``. */
const LISTED = /^ *[-*+] +``([^`\n]{1,60})``/;

/** The values that the text of a definition lists, in their order; undefined where it lists none in an unmistakable form. */
export const listedValues = remembered(({ description }: Definition) => listedIn(description));

/** Where a definition's text has a literal first; the whole definition's key, where it cannot be told. */
export function placeOfLiteral({ fields, keySpan }: Definition, literal: string): Span {
  const text = fields.get("description")?.valueSpan;
  const at = text?.file.text.slice(text.start, text.end).indexOf(`\`\`${literal}\`\``) ?? -1;
  if (text === undefined || at < 0) return keySpan;
  return span(text.file, text.start + at, text.start + at + literal.length + 4);
}

function listedIn(description: string): readonly string[] | undefined {
  for (const announced of description.matchAll(ANNOUNCED)) {
    const from = announced.index + announced[0].length;
    const found = inSentence(description, from) ?? inList(description, from);
    if (found !== undefined && found.length > 1) return found;
  }
  return undefined;
}

function inSentence(text: string, from: number): string[] | undefined {
  const values: string[] = [];
  for (let at = from; ; at = SEPARATOR.lastIndex) {
    ITEM.lastIndex = at;
    const item = ITEM.exec(text);
    if (item === null) return undefined;
    values.push(item[1]!);
    END.lastIndex = ITEM.lastIndex;
    if (END.test(text)) return values;
    SEPARATOR.lastIndex = ITEM.lastIndex;
    if (!SEPARATOR.test(text)) return undefined;
  }
}

function inList(text: string, from: number): string[] | undefined {
  const values: string[] = [];
  const lines = text.slice(from).split("\n");
  const indent = lines.find((line) => line.trim() !== "")?.search(/\S/) ?? 0;
  for (const line of lines) {
    if (line.trim() === "" || line.search(/\S/) > indent) continue;
    const [, value] = LISTED.exec(line) ?? [];
    if (value === undefined) return /^ *[-*+] /.test(line) ? undefined : values;
    values.push(value);
  }
  return values;
}
