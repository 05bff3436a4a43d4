import type { ApiRef } from "../apiref/model.ts";
import { insertedAt } from "../apiref/parameters-layout.ts";
import { spotOfNew } from "../apiref/parameters-order.ts";
import type { Edit } from "../text/edit.ts";
import type { SourceFile } from "../text/source-file.ts";
import { span } from "../text/span.ts";
import { chooseKeys, type NewDefinition } from "./choose-keys.ts";
import { definitionText } from "./definition-text.ts";
import type { Lack } from "./lack.ts";
import { newRow } from "./row-text.ts";

/** Rows and definitions that are to be added. */
export interface Suggestions {
  /** Insertions; no two at one place. */
  readonly edits: readonly Edit[];
  readonly rows: number;
  readonly definitions: number;
}

/** The rows that tables lack, with the definitions that they look up. */
export function suggestionsFor(lacks: readonly Lack[], apiRef: ApiRef): Suggestions {
  const writable = lacks.filter((lack) => newRow(lack) !== undefined);
  const { keyOf, definitions } = chooseKeys(writable, apiRef);
  const insertions = new Map<string, { file: SourceFile; at: number; lines: string[] }>();
  let rows = 0;
  for (const lack of writable) {
    const { at, text } = newRow(lack)!;
    const { file } = lack.row.span;
    const place = `${file.path} ${at}`;
    const known = insertions.get(place) ?? { file, at, lines: [] };
    insertions.set(place, known);
    const line = text(keyOf.get(lack)!);
    // One table that several operations have.
    if (known.lines.includes(line)) continue;
    known.lines.push(line);
    rows++;
  }
  return {
    edits: [
      ...[...insertions.values()].map(({ file, at, lines }) => linesAt(file, at, lines)),
      ...definitionEdits(definitions),
    ],
    rows,
    definitions: definitions.length,
  };
}

/** Puts in whole lines at the start of a line or at the end of the text. */
function linesAt(file: SourceFile, at: number, lines: readonly string[]): Edit {
  const { text, lineBreak } = file;
  const isOpen = at > 0 && !/[\r\n]/.test(text[at - 1]!);
  const all = lines.join(lineBreak);
  return { span: span(file, at, at), text: isOpen ? lineBreak + all : all + lineBreak };
}

function definitionEdits(definitions: readonly NewDefinition[]): Edit[] {
  const spots = new Map<
    string,
    { made: NonNullable<ReturnType<typeof spotOfNew>>; pieces: NewDefinition[] }
  >();
  for (const definition of definitions) {
    const made = spotOfNew(definition.parameters, definition.key, "body");
    if (made === undefined) continue;
    const place = `${definition.parameters.file.path} ${made.spot.at}`;
    const known = spots.get(place) ?? { made, pieces: [] };
    spots.set(place, known);
    known.pieces.push(definition);
  }
  return [...spots.values()].map(({ made: { spot, layout }, pieces }) =>
    insertedAt(
      spot,
      pieces
        .toSorted((a, b) => (a.key.toLowerCase() < b.key.toLowerCase() ? -1 : 1))
        .map(({ key, evidence, isRequired, parameters }) =>
          definitionText(key, evidence, isRequired, parameters),
        ),
      layout,
    ),
  );
}
