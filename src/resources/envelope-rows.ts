import { isJsonObject, type JsonObject } from "../data/json-value.ts";
import type { Group } from "./groups.ts";
import { nounOf as nounOfGroup } from "./names.ts";
import { narrowing } from "./narrowing.ts";
import { nounOf } from "./nouns.ts";
import { propertyNames, typesOf } from "./response-body.ts";

/**
 * The properties of a resource that are called as it is, and that no sample has in it: what a table names so is the envelope round
 * it, which the samples of its operation lack. It says nothing of the resource itself.
 */
export function envelopeNames(
  group: Group,
  core: JsonObject,
  shown: (schema: JsonObject) => readonly JsonObject[],
): string[] {
  const noun = nounOfGroup(group);
  return propertyNames(core).filter(
    (name) =>
      isEnvelope(name, (core.properties as JsonObject)[name], noun) &&
      group.members.every(({ schema }) => shown(schema).every((object) => !Object.hasOwn(object, name))),
  );
}

/** What a table says beyond the component of a resource of that noun: in words of its own, and of the envelope. */
export function besidesCore(own: JsonObject, core: JsonObject, noun: string): JsonObject {
  const narrowed = narrowing(own, core);
  const known = new Set(propertyNames(core));
  const envelope = propertyNames(own).filter(
    (name) => !known.has(name) && isEnvelope(name, (own.properties as JsonObject)[name], noun),
  );
  if (envelope.length === 0) return narrowed;
  const rows = envelope.map((name) => [name, (own.properties as JsonObject)[name]!]);
  return { ...narrowed, properties: { ...(narrowed.properties as JsonObject), ...Object.fromEntries(rows) } };
}

/** Whether a property may be the envelope of a resource: an object or list of its name, of which nothing tells the inside. */
function isEnvelope(name: string, property: JsonObject[string] | undefined, noun: string): boolean {
  if (nounOf(name).toLowerCase() !== noun.toLowerCase() || !isJsonObject(property)) return false;
  const types = typesOf(property);
  const isHolder = types.includes("object") || types.includes("array");
  return (
    isHolder && propertyNames(property).length === 0 && propertyNames(asObject(property.items)).length === 0
  );
}

function asObject(value: JsonObject[string] | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
