import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { unsaidVersions, versionNote, versionsIn } from "./versions.ts";

/** Members of a document whose content is data of the API and nothing of the specification. */
const DATA: ReadonlySet<string> = new Set(["value", "default", "enum", "const", "required", "x-codeSamples"]);

/** Members whose keys are names that people gave. */
const MAPS: ReadonlySet<string> = new Set([
  "properties",
  "paths",
  "webhooks",
  "responses",
  "headers",
  "schemas",
  "parameters",
  "examples",
  "content",
]);

/**
 * Says in the description of everything that holds in some microversions only which ones these are. Readers of OpenAPI
 * show descriptions, and nothing of `x-openstack`. The document is changed in place.
 */
export function sayVersions(document: JsonObject): void {
  visit(document, false);
}

function visit(value: Json | undefined, isMap: boolean): void {
  if (Array.isArray(value)) for (const item of value) visit(item, false);
  if (!isJsonObject(value)) return;
  if (!isMap) say(value);
  for (const [key, inside] of Object.entries(value))
    if (isMap || (!DATA.has(key) && !key.startsWith("x-openstack"))) visit(inside, !isMap && MAPS.has(key));
}

function say(node: JsonObject): void {
  const versions = node["x-openstack"];
  if (versions === undefined) return;
  const description = typeof node.description === "string" ? node.description : "";
  const note = versionNote(unsaidVersions(versionsIn(node), description));
  if (note === "") return;
  delete node["x-openstack"];
  node.description = description === "" ? note : `${description}\n\n${note}`;
  node["x-openstack"] = versions;
}
