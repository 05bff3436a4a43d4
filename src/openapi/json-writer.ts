import { writtenAt } from "../data/written-number.ts";
import type { Json, JsonObject } from "./specification.ts";

const STEP = "  ";

/** A JSON value as `JSON.stringify` writes it with two blanks, but with numbers as they are written in the sources. */
export function writeJson(value: Json): string {
  return `${valueAt([value], 0, "")}\n`;
}

function valueAt(holder: JsonObject | readonly Json[], key: string | number, indent: string): string {
  const value = (holder as JsonObject)[key];
  if (typeof value === "number") return writtenAt(holder, key) ?? JSON.stringify(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = indent + STEP;
  const lines: string[] = [];
  if (Array.isArray(value)) for (const index of value.keys()) lines.push(valueAt(value, index, deeper));
  else
    for (const name of Object.keys(value))
      if (value[name] !== undefined) lines.push(`${JSON.stringify(name)}: ${valueAt(value, name, deeper)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return lines.length === 0
    ? `${open}${close}`
    : `${open}\n${deeper}${lines.join(`,\n${deeper}`)}\n${indent}${close}`;
}
