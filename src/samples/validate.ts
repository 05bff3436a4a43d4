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
import { accepts, type JsonType } from "../schema/types.ts";
import { extended, nearest } from "../text/similar.ts";
import type { Span } from "../text/span.ts";
import type { Mismatch, SampleCheck } from "./check.ts";
import { predecessor } from "./property-order.ts";
import { contentSpan, type JsonContent, type SampleContent } from "./read.ts";
import type { Validators } from "./validators.ts";

/** One body with its samples. */
export interface SampledBody {
  /** The body's structure and the schema that was made of it. */
  readonly node: BodyNode;
  readonly schema: JsonObject;
  readonly samples: readonly { readonly sample: Sample; readonly content: SampleContent }[];
  /** Other JSON samples near by; they show where a missing property would stand. */
  readonly others?: () => Iterable<Json>;
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
  readonly at: "key" | "value" | "start" | "end";
  readonly node: BodyNode;
  readonly property: string;
  readonly message: string;
  readonly name: string;
  /** The documented property that a stranger may stand for. */
  readonly meant?: string;
}

function checkJson(
  body: SampledBody,
  sample: Sample,
  content: JsonContent,
  validators: Validators,
): Mismatch[] {
  const drafts: Draft[] = [...undocumented(body.node, content.value)];
  const others = function* (): Iterable<Json> {
    yield content.value;
    for (const { content: other } of body.samples)
      if (other.kind === "json" && other !== content) yield other.value;
    if (body.others !== undefined) yield* body.others();
  };
  const validate = validators.of(body.schema);
  if (!validate(content.value)) {
    for (const error of validate.errors ?? []) {
      const draft = draftOf(error, body.node, content.value, others);
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
    if (draft.meant !== undefined) misspelt.add(`${parentOf(draft.property)} ${draft.meant}`);
  }
  return [...first.values()].filter(
    (draft) => draft.kind !== "required" || !misspelt.has(`${parentOf(draft.property)} ${draft.name}`),
  );
}

function parentOf(property: string): string {
  return property.slice(0, Math.max(0, property.lastIndexOf(".")));
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
  if (at === "end") return contentSpan(sample, content.pieces, place.value.end - 1, place.value.end);
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

function draftOf(
  error: ErrorObject,
  root: BodyNode,
  body: Json,
  others: () => Iterable<Json>,
): Draft | undefined {
  const at = follow(root, error.instancePath);
  if (at === undefined) return undefined;
  const { node, property } = at;
  const data = valueAt(body, error.instancePath) ?? null;
  const shown = brief(data);
  const base = { pointer: error.instancePath, node, property, name: node.name };
  const declared = node.rows[0]?.definition?.type;
  switch (error.keyword) {
    case "required": {
      const name = (error.params as { missingProperty: string }).missingProperty;
      const missing = node.properties.get(name);
      if (missing === undefined || !isMissed(missing, node, error.instancePath, body)) return undefined;
      const path = property === "" ? name : `${property}.${name}`;
      const before = predecessor(missing, node, data as JsonObject, others);
      return {
        ...base,
        kind: "required",
        ...(before === undefined
          ? { at: "start" }
          : { at: "end", pointer: `${error.instancePath}/${escapePointer(before)}` }),
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
        message: `\`${property}\` is ${shown}, ${article(jsonTypeOf(data))}; its definition says \`${declared ?? String((error.params as { type: string }).type)}\`. Correct the sample or the definition.`,
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
        message: `\`${property}\` is ${shown}; its definition sets \`${error.keyword}: ${limitOf(error)}\`. Correct the sample or the definition.`,
      };
  }
}

/** Whether a required property is really missed where a sample lacks it. */
function isMissed(missing: BodyNode, holder: BodyNode, pointer: string, body: Json): boolean {
  // A branch asks for the key of its action, which no row has to name.
  if (missing.rows.length === 0) return false;
  const object = valueAt(body, pointer) as JsonObject;
  const names = Object.keys(object);
  // The row may belong elsewhere.
  if (missing.origin === "flat" && (names.length > 0 || pointer !== "")) return false;
  if (missing.rows.some((row) => isConditional(row.definition?.description ?? ""))) return false;
  if (names.length === 0) return true;
  const present = names.filter((name) => (holder.properties.get(name)?.rows.length ?? 0) > 0);
  // Something else altogether: another variant of the body, an error.
  if (present.length === 0 && holder.rows.length === 0) return false;
  // A sample that leaves most of it out shows a part only.
  const required = [...holder.properties.values()].filter((property) => property.required);
  const lacking = required.filter((property) => !Object.hasOwn(object, property.name)).length;
  const isWhole = lacking < FEWEST_OF_A_PART;
  if (!isWhole && lacking > present.length) return false;
  if (!isWhole && isVariant(missing.name, object, pointer, body)) return false;
  if (isDeeper(missing.name, object, holder)) return false;
  // Tables that describe variants: nothing of the table that asks for it is there.
  const tables = new Set(missing.rows.map((row) => row.table));
  const ofTable = (name: string) => holder.properties.get(name)!.rows.some((row) => tables.has(row.table));
  return present.length === 0 || present.some(ofTable);
}

/** Whether all items of the same list that have a property lack something that this one has: two kinds of items. */
function isVariant(name: string, object: JsonObject, pointer: string, body: Json): boolean {
  const list = valueAt(body, pointer.slice(0, Math.max(0, pointer.lastIndexOf("/"))));
  if (!Array.isArray(list)) return false;
  const having = list.filter((item): item is JsonObject => isJsonObject(item) && Object.hasOwn(item, name));
  return (
    having.length > 0 && having.every((item) => Object.keys(object).some((own) => !Object.hasOwn(item, own)))
  );
}

/** Whether a property stands one level further down, where no row puts it: `provider:network_type` in `segments`. */
function isDeeper(name: string, object: JsonObject, holder: BodyNode): boolean {
  // Plain names such as `id` and `name` stand everywhere.
  if (!/[_:-]/.test(name)) return false;
  return Object.keys(object).some((key) => {
    const property = holder.properties.get(key);
    const inside = property?.items ?? property;
    return inside?.properties.get(name)?.rows.length === 0;
  });
}

function valueAt(body: Json, pointer: string): Json | undefined {
  let value: Json | undefined = body;
  for (const step of pointerSteps(pointer)) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isJsonObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

/** A sample that lacks fewer required properties than these is meant to be whole. */
const FEWEST_OF_A_PART = 3;

/** `Appears in the response for administrative users only.`: required, but not always. */
function isConditional(description: string): boolean {
  return CONDITIONAL.test(description);
}

const CONDITIONAL =
  /\bonly (?:appears?|returned|present|if|when|for|in|by|to|available|valid|applicable)\b|\b(?:appears?|returned|present|visible|included|required|shown|valid|applicable)\b[^.]{0,60}\b(?:only|if|when|unless)\b|\badmin(?:istrative users|istrators?)?[ -]only\b/i;

function limitOf(error: ErrorObject): string {
  const params = error.params as { limit?: number; pattern?: string };
  return String(params.limit ?? params.pattern);
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
  const elsewhere = documentedTypes(root);
  yield* undocumentedIn(root, value, "", "", root, elsewhere);
}

function* undocumentedIn(
  node: BodyNode,
  value: Json,
  pointer: string,
  path: string,
  around: BodyNode,
  elsewhere: ReadonlyMap<string, readonly JsonType[]>,
): Generator<Draft> {
  if (Array.isArray(value)) {
    if (node.items !== undefined)
      for (const [index, item] of value.entries())
        yield* undocumentedIn(node.items, item, `${pointer}/${index}`, path, around, elsewhere);
    return;
  }
  if (!isJsonObject(value)) return;
  // An object of which no row names any property is documented as a whole: its names may be data.
  const whole = isOpaque(around);
  if (whole && around === node && around.rows.length > 0) return;
  const strangers: { name: string; property: BodyNode }[] = [];
  for (const name of Object.keys(value)) {
    const property = node.properties.get(name);
    const child = property ?? node.values;
    if (child === undefined) continue;
    if (property?.undocumented || (property !== undefined && standsFor(property, node, value) !== undefined))
      strangers.push({ name, property });
    if (property?.undocumented !== true) {
      const at = `${pointer}/${escapePointer(name)}`;
      yield* undocumentedIn(
        child,
        value[name]!,
        at,
        path === "" ? name : `${path}.${name}`,
        child.rows.length > 0 ? child : around,
        elsewhere,
      );
    }
  }
  // A row may document several places of one name; which of them it means only its author knows.
  const unmentioned = strangers.filter(({ name }) => {
    const types = elsewhere.get(name);
    if (types !== undefined && accepts(types, jsonTypeOf(value[name]!))) return false;
    return !around.rows.some((row) => mentions(row, name));
  });
  // Of a list whose items no row describes, all names are one finding.
  for (const { name, property } of whole ? unmentioned.slice(0, 1) : unmentioned) {
    const full = path === "" ? name : `${path}.${name}`;
    const others = whole ? unmentioned.slice(1).map((other) => `\`${other.name}\``) : [];
    const meant = property.undocumented
      ? similarTo(name, namesMissing(node, value))
      : standsFor(property, node, value);
    const mend =
      meant === undefined ? "Document it, or take it out of the sample." : `Did you mean \`${meant}\`?`;
    yield {
      kind: "undocumented",
      pointer: `${pointer}/${escapePointer(name)}`,
      at: "key",
      node: property,
      property: full,
      name,
      ...(meant === undefined ? {} : { meant }),
      message:
        others.length === 0
          ? `No row names \`${full}\`. ${mend}`
          : `No row names what ${path === "" ? "the body" : `\`${path}\``} holds: \`${name}\`, ${others.join(", ")}. Document it, or take it out of the sample.`,
    };
  }
}

/** The types of all documented properties, by name. */
function documentedTypes(root: BodyNode): Map<string, readonly JsonType[]> {
  const types = new Map<string, readonly JsonType[]>();
  const visit = (node: BodyNode): void => {
    if (node.rows.length > 0)
      types.set(node.name, [...(types.get(node.name) ?? []), ...(node.type?.types ?? [])]);
    for (const property of node.properties.values()) visit(property);
    if (node.items !== undefined) visit(node.items);
    if (node.values !== undefined) visit(node.values);
  };
  visit(root);
  return types;
}

/** Whether nothing inside a documented place is documented. */
function isOpaque(node: BodyNode): boolean {
  const inside = [...node.properties.values(), node.items, node.values];
  return inside.every((child) => child === undefined || (child.rows.length === 0 && isOpaque(child)));
}

/** The documented properties that an object lacks. */
function namesMissing(node: BodyNode, value: JsonObject): string[] {
  return [...node.properties.values()]
    .filter((property) => property.rows.length > 0 && !Object.hasOwn(value, property.name))
    .map(({ name }) => name);
}

const MOST_SIMILAR = 200;

function similarTo(name: string, names: readonly string[]): string | undefined {
  // among very many names any is near to some
  if (names.length > MOST_SIMILAR) return undefined;
  return nearest(name, names) ?? extended(name, names);
}

/** The documented envelope for which another name stands: no sample of the body shows it. */
function standsFor(property: BodyNode, holder: BodyNode, value: JsonObject): string | undefined {
  if (property.rows.length > 0) return undefined;
  const unseen = namesMissing(holder, value).filter((name) => {
    const missing = holder.properties.get(name)!;
    const types = missing.type?.types ?? [];
    return (
      missing.shown.size === 0 &&
      missing.origin !== "flat" &&
      (types.includes("object") || types.includes("array"))
    );
  });
  return (
    similarTo(property.name, unseen) ??
    (unseen.length === 1 && holder.properties.get(unseen[0]!)!.required ? unseen[0] : undefined)
  );
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
