import { FIELD_MARKER } from "./directive.ts";
import { allowsItem, continues, type Enumerator, readEnumerator } from "./enumerator.ts";
import type { Input, Taken } from "./input.ts";
import { BULLET, kindOf, OPTION_MARKER } from "./kinds.ts";
import { cut, spanOfLine, spanOfLines } from "./lines.ts";
import { expectBlank, type Reading } from "./reading.ts";
import type {
  BulletList,
  DefinitionList,
  EnumeratedList,
  FieldList,
  Line,
  LineBlock,
  ListItem,
  TextRun,
} from "./tree.ts";

/** Reads the bullet list ahead: the items with the same bullet. */
export function readBulletList(input: Input, reading: Reading): BulletList {
  const bullet = input.text()![0]!;
  const items: ListItem[] = [];
  let finished = true;
  for (;;) {
    const marker = BULLET.exec(input.text() ?? "");
    if (marker?.[0][0] !== bullet) break;
    const first = input.peek()!;
    const taken = takeItem(input, marker[0].length);
    items.push(listItem(first, taken.lines, reading));
    finished = taken.finished;
    if (BULLET.exec(input.text(input.blankLines()) ?? "")?.[0][0] === bullet) input.skipBlank();
  }
  expectBlank(finished, "bullet list", input, reading);
  return { kind: "bullet-list", items, span: spanOfAll(items) };
}

/** Reads the enumerated list ahead: the items that count on from the first. */
export function readEnumeratedList(input: Input, reading: Reading): EnumeratedList {
  const start = readEnumerator(input.text()!)!;
  const items: ListItem[] = [];
  let item: Enumerator | undefined = start;
  let auto = false;
  let finished = true;
  while (item !== undefined) {
    auto ||= item.sequence === "auto";
    const first = input.peek()!;
    const taken = takeItem(input, item.width);
    items.push(listItem(first, taken.lines, reading));
    finished = taken.finished;

    const ahead = input.blankLines();
    const expected = item.sequence === "auto" ? start.sequence : item.sequence;
    const next: Enumerator | undefined = readEnumerator(input.text(ahead) ?? "", expected);
    const goesOn: boolean =
      next !== undefined && continues(item, next, auto) && allowsItem(next, input.text(ahead + 1));
    if (goesOn) input.skipBlank();
    item = goesOn ? next : undefined;
  }
  expectBlank(finished, "enumerated list", input, reading);
  return { kind: "enumerated-list", start: start.ordinal, items, span: spanOfAll(items) };
}

/** The lines of a list item; text beside the marker says how far the others are indented. */
function takeItem(input: Input, markerWidth: number): Taken {
  return input.text()!.length > markerWidth ? input.takeFrom(markerWidth) : input.takeBody(markerWidth);
}

function listItem(first: Line, lines: Line[], reading: Reading): ListItem {
  return { children: lines.length === 0 ? [] : reading.nested(lines), span: spanOfLines([first, ...lines]) };
}

function spanOfAll(parts: readonly { readonly span: ListItem["span"] }[]): ListItem["span"] {
  const first = parts[0]!.span;
  return { ...first, end: parts.findLast(({ span }) => span.file === first.file)!.span.end };
}

/** Reads the field list ahead: `:name: body`. */
export function readFieldList(input: Input, reading: Reading): FieldList {
  const fields: FieldList["fields"][number][] = [];
  let finished = true;
  for (;;) {
    const marker = FIELD_MARKER.exec(input.text() ?? "");
    if (marker === null) break;
    const first = input.peek()!;
    const taken = input.takeBody(marker[0].length);
    fields.push({ name: marker[1]!, ...listItem(first, taken.lines, reading) });
    finished = taken.finished;
    if (FIELD_MARKER.test(input.text(input.blankLines()) ?? "")) input.skipBlank();
  }
  expectBlank(finished, "field list", input, reading);
  return { kind: "field-list", fields, span: spanOfAll(fields) };
}

/** Whether the line ahead is an item of an option list: with a description beside the options or below them. */
export function isOptionItem(input: Input, ahead = 0): boolean {
  const text = input.text(ahead) ?? "";
  const marker = OPTION_MARKER.exec(text);
  if (marker === null) return false;
  if (marker[0].length < text.length) return true;
  return input.text(ahead + 1 + input.blankLines(ahead + 1))?.startsWith(" ") ?? false;
}

/** Reads the option list ahead, `-a FILE, --all  what it does`, as a definition list. */
export function readOptionList(input: Input, reading: Reading): DefinitionList {
  const items: DefinitionList["items"][number][] = [];
  let finished = true;
  while (isOptionItem(input)) {
    const first = input.peek()!;
    const width = OPTION_MARKER.exec(first.text)![0].length;
    const term = cut(first, 0, width);
    const taken = input.takeBody(width);
    items.push({ term: { lines: [term], span: spanOfLine(term) }, ...listItem(first, taken.lines, reading) });
    finished = taken.finished;
    if (isOptionItem(input, input.blankLines())) input.skipBlank();
  }
  expectBlank(finished, "option list", input, reading);
  return { kind: "definition-list", items, span: spanOfAll(items) };
}

/** Reads the definition list ahead: lines of text, each with indented lines below it. */
export function readDefinitionList(input: Input, reading: Reading): DefinitionList {
  const items: DefinitionList["items"][number][] = [];
  let finished = true;
  for (;;) {
    const [term] = input.take(1) as [Line];
    const taken = input.takeIndented();
    items.push({ term: reading.text([term]), ...listItem(term, taken.lines, reading) });
    finished = taken.finished;
    const ahead = input.blankLines();
    const next = input.text(ahead);
    if (next === undefined || kindOf(next) !== "text" || !(input.text(ahead + 1) ?? "").startsWith(" "))
      break;
    input.skipBlank();
  }
  expectBlank(finished, "definition list", input, reading);
  return { kind: "definition-list", items, span: spanOfAll(items) };
}

/** Reads the line block ahead: `| line`, going on in the indented lines below. */
export function readLineBlock(input: Input, reading: Reading): LineBlock {
  const lines: TextRun[] = [];
  for (;;) {
    const marker = /^\|(?: +|$)/.exec(input.text() ?? "");
    if (marker === null) break;
    const first = input.peek()!;
    const { lines: text } = input.takeBody(marker[0].length, { untilBlank: true });
    const span = spanOfLines([first, ...text]);
    lines.push(text.length === 0 ? { lines: [], span } : { ...reading.text(text), span });
  }
  expectBlank(input.isBlank(), "line block", input, reading);
  return { kind: "line-block", lines, span: spanOfAll(lines) };
}
