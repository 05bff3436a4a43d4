import type { ApiRef } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { accepts, parseType } from "../schema/types.ts";
import { leafOf, pathAbove } from "../text/leaf.ts";
import type { LackingRow } from "./lacking-rows.ts";
import { lookedUpAs } from "./lookups.ts";
import { speaksOfResource } from "./resource-nouns.ts";
import { usesOfDefinitions } from "./shown-rows.ts";

/** A row that a table lacks, with the definition that was written for it. */
export interface ReadyRow {
  /** The row as it would be written: `weight: weight`. */
  readonly text: string;
  readonly definition: Definition;
}

/**
 * The rows of one table for which parameters.yaml has a definition that no row looks up: it is called as what the samples show, has
 * its type and speaks of the resource, and no row of that name and side looks up another. The definition was written, and the
 * row forgotten.
 */
export function readyRows(apiRef: ApiRef, lacks: readonly LackingRow[]): readonly ReadyRow[] {
  const found = new Map<string, ReadyRow>();
  for (const { operation, row, mismatch } of lacks)
    for (const { path, node } of mismatch.strangers ?? []) {
      const name = leafOf(path);
      const definition = row.file?.definitions.get(name);
      if (definition === undefined || definition.in !== "body" || definition.broken === true) continue;
      const uses = usesOfDefinitions(apiRef);
      const types = parseType(definition.type ?? "")?.types;
      if (uses.has(definition) || types === undefined) continue;
      if (![...node.shown].every((shown) => accepts(types, shown))) continue;
      const isSuperseded = lookedUpAs(apiRef, name).some(
        (other) => other.in === "body" && uses.get(other)?.some((use) => use.row.side === row.side),
      );
      if (isSuperseded || !speaksOfResource(definition, operation)) continue;
      const isDotted = row.name.includes(".") && pathAbove(row.name) === pathAbove(path);
      const text = `${isDotted ? path : name}: ${name}`;
      found.set(text, { text, definition });
    }
  return [...found.values()];
}
