import type { ErrorObject } from "ajv";
import { escapePointer, type Json, type JsonObject, jsonTypeOf, pointerSteps } from "../data/json-value.ts";
import { isWrittenOtherwise, writtenAt } from "../data/written-number.ts";
import type { BodyNode } from "../schema/body.ts";
import { describedType } from "../schema/described-type.ts";
import { parseType } from "../schema/types.ts";
import { type Draft, valueAt } from "./draft.ts";
import { isLooseForm } from "./loose-formats.ts";
import { isMissed } from "./missing.ts";
import type { Orders } from "./orders.ts";
import { placeOfMissing } from "./property-order.ts";
import { isQuotedNull } from "./quoted-null.ts";

/** The nodes that a JSON pointer passes, from the body on; and the path as people write it. */
function follow(
  root: BodyNode,
  pointer: string,
): { node: BodyNode; parent: BodyNode; property: string } | undefined {
  let node = root;
  let parent = root;
  const names: string[] = [];
  for (const step of pointerSteps(pointer)) {
    parent = node;
    const property = node.properties.get(step);
    const next: BodyNode | undefined =
      property ?? (/^\d+$/.test(step) ? node.items : undefined) ?? node.values;
    if (next === undefined) return undefined;
    if (property !== undefined || next === node.values) names.push(step);
    node = next;
  }
  return { node, parent, property: names.join(".") };
}

/** What a schema has against a sample, as a disagreement; undefined for what is none. */
export function draftOf(error: ErrorObject, root: BodyNode, body: Json, orders: Orders): Draft | undefined {
  const at = follow(root, error.instancePath);
  if (at === undefined) return undefined;
  const { node, property } = at;
  const { keyword } = error;
  const data = valueAt(body, error.instancePath) ?? null;
  const shown = brief(data, writtenOf(body, error.instancePath));
  const base = {
    pointer: error.instancePath,
    node,
    property,
    name: node.name,
    keyword,
    shown,
  };
  const declared = node.rows[0]?.definition?.type;
  if (isQuotedNull(data) && (keyword === "type" || keyword === "enum" || keyword === "format"))
    return {
      ...base,
      kind: keyword,
      at: "value",
      quotedNull: true,
      message: `\`${property}\` is the text ${shown}, where no value is meant. Write \`null\`, without quotes.`,
    };
  switch (keyword) {
    case "required": {
      const name = (error.params as { missingProperty: string }).missingProperty;
      const missing = node.properties.get(name);
      return missing && draftOfMissing(missing, node, error.instancePath, property, body, orders);
    }
    case "type": {
      const type = declared ?? String((error.params as { type: string }).type);
      const said = `\`${property}\` is ${shown}, ${article(jsonTypeOf(data))}; its definition says \`${type}\`.`;
      return {
        ...base,
        kind: "type",
        at: "value",
        shown: `${shown}, ${article(jsonTypeOf(data))}`,
        message: `${said} ${remedyOfType(data, type, node.rows[0]?.definition?.description)}`,
        ifConfirmed: `${said} Correct the sample.`,
      };
    }
    case "enum": {
      const choices = (error.params as { allowedValues: Json[] }).allowedValues;
      const allowed = choices.map((choice, index) => brief(choice, writtenAt(choices, index)));
      return {
        ...base,
        kind: "enum",
        at: "value",
        message: `\`${property}\` is ${shown}, which is not one of the allowed values ${allowed.join(", ")}. Correct the sample or the definition.`,
      };
    }
    case "format": {
      const { format } = error.params as { format: string };
      if (isLooseForm(node.rows[0]?.definition, format, String(data))) return undefined;
      return {
        ...base,
        kind: "format",
        at: "value",
        message: `\`${property}\` is ${shown}, which is not a \`${format}\` as its definition says. Correct the sample or the definition.`,
      };
    }
    default:
      return {
        ...base,
        kind: "format",
        at: "value",
        message: `\`${property}\` is ${shown}; its definition sets \`${keyword}: ${limitOf(error, node)}\`. Correct the sample or the definition.`,
      };
  }
}

/**
 * What to do about a value of another type; null and an empty text tell nothing of the type that was meant, and where the text of the
 * definition tells of a third, both are wrong.
 */
function remedyOfType(shown: Json, type: string, description = ""): string {
  if (shown === null || shown === "") return "Correct the sample or the definition.";
  const described = describedType(description);
  const isThird =
    described !== undefined &&
    described !== jsonTypeOf(shown) &&
    parseType(type)?.types.includes(described) === false;
  return isThird
    ? `Its text tells of ${article(described)}: write \`type: ${described}\` in the definition, and correct the sample.`
    : `Correct the sample, or write \`type: ${jsonTypeOf(shown)}\` in the definition.`;
}

/** The disagreement of an object that lacks a required property; undefined where it is not really missed. */
export function draftOfMissing(
  missing: BodyNode,
  holder: BodyNode,
  pointer: string,
  holderPath: string,
  body: Json,
  orders: Orders,
): Draft | undefined {
  if (!isMissed(missing, holder, pointer, body, orders)) return undefined;
  const { name } = missing;
  const path = holderPath === "" ? name : `${holderPath}.${name}`;
  const names = Object.keys(valueAt(body, pointer) as JsonObject);
  const { before, likeness } = placeOfMissing(missing, holder, names, orders);
  return {
    kind: "required",
    keyword: "required",
    ...wherePutIn(pointer, names, before),
    likeness,
    node: missing,
    property: path,
    name,
    message: `\`${path}\` is missing; its definition says that it is required. Add it to the sample, or make it optional.`,
  };
}

/** The line at which a property would be put into an object: that of the next one, else the end of the last. */
function wherePutIn(
  pointer: string,
  names: readonly string[],
  before: string | undefined,
): Pick<Draft, "at" | "pointer"> {
  if (before !== undefined) return { at: "key", pointer: `${pointer}/${escapePointer(before)}` };
  const last = names.at(-1);
  if (last === undefined) return { at: "start", pointer };
  return { at: "end", pointer: `${pointer}/${escapePointer(last)}` };
}

function limitOf(error: ErrorObject, { rows }: BodyNode): string {
  const written = rows[0]?.definition?.fields.get(error.keyword)?.text;
  if (written !== undefined && isWrittenOtherwise(written)) return written;
  const params = error.params as { limit?: number; pattern?: string };
  return String(params.limit ?? params.pattern);
}

function article(type: string): string {
  return type === "null" ? "null" : `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}

/** How a sample writes the number that a pointer names; undefined where JavaScript writes it so as well. */
function writtenOf(body: Json, pointer: string): string | undefined {
  const at = Math.max(0, pointer.lastIndexOf("/"));
  const holder = valueAt(body, pointer.slice(0, at));
  const [key] = pointerSteps(pointer.slice(at));
  return typeof holder === "object" && holder !== null && key !== undefined
    ? writtenAt(holder, key)
    : undefined;
}

/** A value for a message. */
function brief(value: Json, written?: string): string {
  const text = (written ?? JSON.stringify(value)).replaceAll("`", "'");
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;
}
