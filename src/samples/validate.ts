import type { ErrorObject } from "ajv";
import type { ParameterRow, Sample } from "../apiref/model.ts";
import { type JsonPlace, locateAll } from "../data/json.ts";
import {
  escapePointer,
  isJsonObject,
  type Json,
  type JsonObject,
  jsonTypeOf,
  pointerSteps,
} from "../data/json-value.ts";
import type { BodyNode } from "../schema/body.ts";
import { nearest } from "../text/similar.ts";
import type { Span } from "../text/span.ts";
import type { Mismatch, SampleCheck } from "./check.ts";
import { contentSpan, type JsonContent, type SampleContent } from "./read.ts";
import type { Validators } from "./validators.ts";

/** One body with its samples. */
export interface SampledBody {
  /** The body's structure and the schema that was made of it. */
  readonly node: BodyNode;
  readonly schema: JsonObject;
  readonly samples: readonly { readonly sample: Sample; readonly content: SampleContent }[];
}

/** Checks the samples of a body against its schema. Every sample gets an outcome. */
export function checkSamples(body: SampledBody, validators: Validators): SampleCheck[] {
  return body.samples.map(({ sample, content }) => {
    switch (content.kind) {
      case "invalid-json":
        return {
          sample,
          outcome: "not-json",
          mismatches: content.errors.map(({ message, span }) => ({
            kind: "syntax",
            span,
            property: "",
            message,
          })),
        };
      case "other":
        return { sample, outcome: "not-validated", mismatches: [] };
      case "json": {
        const mismatches = checkJson(body, sample, content, validators);
        const valid = mismatches.every(({ kind }) => kind === "undocumented");
        return { sample, outcome: valid ? "valid" : "invalid", mismatches };
      }
    }
  });
}

/** A mismatch before its place in the text is looked up. */
interface Draft {
  readonly kind: Mismatch["kind"];
  readonly pointer: string;
  readonly at: "key" | "value" | "start";
  readonly node: BodyNode;
  readonly property: string;
  readonly message: string;
  readonly name: string;
}

function checkJson(
  body: SampledBody,
  sample: Sample,
  content: JsonContent,
  validators: Validators,
): Mismatch[] {
  const drafts: Draft[] = [...undocumented(body.node, content.value)];
  const validate = validators.of(body.schema);
  if (!validate(content.value)) {
    for (const error of validate.errors ?? []) {
      const draft = draftOf(error, body.node, content.value);
      if (draft !== undefined) drafts.push(draft);
    }
  }
  if (drafts.length === 0) return [];
  return placed(oneForOne(drafts), sample, content);
}

/** One mistake, one finding: one for all items of a list, and one for a property that was misspelt. */
function oneForOne(drafts: readonly Draft[]): Draft[] {
  const first = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = `${draft.kind} ${draft.property}`;
    if (!first.has(key)) first.set(key, draft);
  }
  const misspelt = new Set<string>();
  for (const draft of first.values()) {
    if (draft.kind !== "undocumented") continue;
    const meant = meantBy(draft, draft.node);
    if (meant !== undefined) misspelt.add(`${parentOf(draft.property)} ${meant}`);
  }
  return [...first.values()].filter(
    (draft) => draft.kind !== "required" || !misspelt.has(`${parentOf(draft.property)} ${draft.name}`),
  );
}

function parentOf(property: string): string {
  return property.slice(0, Math.max(0, property.lastIndexOf(".")));
}

function meantBy(_draft: Draft, _node: BodyNode): string | undefined {
  return undefined;
}

function placed(drafts: readonly Draft[], sample: Sample, content: JsonContent): Mismatch[] {
  const places = locateAll(
    content.text,
    drafts.map(({ pointer }) => pointer),
  );
  return drafts.map((draft) => {
    const row = draft.node.rows[0];
    return {
      kind: draft.kind,
      span: spanOf(places.get(draft.pointer), draft.at, sample, content),
      property: draft.property,
      message: draft.message,
      ...(row === undefined ? {} : { row }),
    };
  });
}

function spanOf(place: JsonPlace | undefined, at: Draft["at"], sample: Sample, content: JsonContent): Span {
  if (place === undefined) return contentSpan(sample, content.pieces, 0, 0);
  if (at === "key" && place.key !== undefined)
    return contentSpan(sample, content.pieces, place.key.start, place.key.end);
  if (at === "start") {
    const { start, end } = place.key ?? { start: place.value.start, end: place.value.start + 1 };
    return contentSpan(sample, content.pieces, start, end);
  }
  return contentSpan(sample, content.pieces, place.value.start, place.value.end);
}

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

function draftOf(error: ErrorObject, root: BodyNode, value: Json): Draft | undefined {
  const at = follow(root, error.instancePath);
  if (at === undefined) return undefined;
  const { node, property } = at;
  const shown = brief(error.data as Json);
  const base = { pointer: error.instancePath, node, property, name: node.name };
  const declared = node.rows[0]?.definition?.type;
  switch (error.keyword) {
    case "required": {
      const name = (error.params as { missingProperty: string }).missingProperty;
      const missing = node.properties.get(name);
      if (missing === undefined || !isMissed(missing, node, error.data as JsonObject, root, value))
        return undefined;
      const path = property === "" ? name : `${property}.${name}`;
      return {
        ...base,
        kind: "required",
        at: "start",
        node: missing,
        property: path,
        name,
        message: `\`${path}\` is missing; its definition says that it is required. Add it to the sample, or make it optional.`,
      };
    }
    case "type":
      return {
        ...base,
        kind: "type",
        at: "value",
        message: `\`${property}\` is ${shown}, ${article(jsonTypeOf(error.data as Json))}; its definition says \`${declared ?? String((error.params as { type: string }).type)}\`. Correct the sample or the definition.`,
      };
    case "enum": {
      const allowed = (error.params as { allowedValues: Json[] }).allowedValues.map(brief);
      return {
        ...base,
        kind: "enum",
        at: "value",
        message: `\`${property}\` is ${shown}, which is none of the allowed values ${allowed.join(", ")}. Correct the sample or the definition.`,
      };
    }
    case "format":
      return {
        ...base,
        kind: "format",
        at: "value",
        message: `\`${property}\` is ${shown}, which is no \`${(error.params as { format: string }).format}\` as its definition says. Correct the sample or the definition.`,
      };
    default:
      return {
        ...base,
        kind: "format",
        at: "value",
        message: `\`${property}\` is ${shown}, which ${error.message ?? "breaks its definition"}. Correct the sample or the definition.`,
      };
  }
}

/** Whether a required property is really missed where a sample lacks it. */
function isMissed(
  missing: BodyNode,
  holder: BodyNode,
  object: JsonObject,
  _root: BodyNode,
  _value: Json,
): boolean {
  const present = Object.keys(object).filter((name) => (holder.properties.get(name)?.rows.length ?? 0) > 0);
  if (Object.keys(object).length > 0 && present.length === 0 && holder.name === "") return false;
  // Tables that describe variants: nothing of the table that asks for it is there.
  const tables = new Set(missing.rows.map((row) => row.table));
  if (
    present.length > 0 &&
    !present.some((name) => holder.properties.get(name)!.rows.some((row) => tables.has(row.table)))
  )
    return false;
  return true;
}

function article(type: string): string {
  return type === "null" ? "null" : `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}

/** A value for a message. */
function brief(value: Json): string {
  const text = JSON.stringify(value).replaceAll("`", "'");
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;
}

/** The properties of a sample that no row names; of nested ones the outermost. */
function* undocumented(root: BodyNode, value: Json): Generator<Draft> {
  yield* undocumentedIn(root, value, "", "", root.rows[0]);
}

function* undocumentedIn(
  node: BodyNode,
  value: Json,
  pointer: string,
  path: string,
  around: ParameterRow | undefined,
): Generator<Draft> {
  if (Array.isArray(value)) {
    if (node.items !== undefined)
      for (const [index, item] of value.entries())
        yield* undocumentedIn(node.items, item, `${pointer}/${index}`, path, around);
    return;
  }
  if (!isJsonObject(value)) return;
  for (const name of Object.keys(value)) {
    const property = node.properties.get(name);
    const child = property ?? node.values;
    if (child === undefined) continue;
    const at = `${pointer}/${escapePointer(name)}`;
    const full = path === "" ? name : `${path}.${name}`;
    if (property === undefined || !property.undocumented) {
      yield* undocumentedIn(child, value[name]!, at, full, child.rows[0] ?? around);
      continue;
    }
    if (around !== undefined && mentions(around, name)) continue;
    const meant = nearest(name, namesMissing(node, value));
    yield {
      kind: "undocumented",
      pointer: at,
      at: "key",
      node: child,
      property: full,
      name,
      message: `No row names \`${full}\`.${meant === undefined ? " Document it, or take it out of the sample." : ` Did you mean \`${meant}\`?`}`,
    };
  }
}

/** The documented properties that an object lacks. */
function namesMissing(node: BodyNode, value: JsonObject): string[] {
  return [...node.properties.values()]
    .filter((property) => property.rows.length > 0 && !Object.hasOwn(value, property.name))
    .map(({ name }) => name);
}

/** Whether the description of the enclosing row speaks of a name. */
function mentions(row: ParameterRow, name: string): boolean {
  const description = row.definition?.description ?? "";
  let from = description.indexOf(name);
  while (from >= 0) {
    const before = description[from - 1] ?? " ";
    const after = description[from + name.length] ?? " ";
    if (/["'`*]/.test(before) && /["'`*]/.test(after)) return true;
    if (/[_-]/.test(name) && !/[\w-]/.test(before) && !/[\w-]/.test(after)) return true;
    from = description.indexOf(name, from + 1);
  }
  return false;
}
