import type { VersionBounds } from "../apiref/versions.ts";
import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { versionNote, versionsIn } from "../openapi/versions.ts";
import { operationsOf } from "../page/operations.ts";
import { codeSpan } from "../rst/markdown-escape.ts";
import { requestLine, responsesLine } from "./glance.ts";

/** What a page knows of operations beside their document. */
export interface Decoration {
  /** operationId → address of its lines in the sources. */
  readonly links?: Readonly<Record<string, string>>;
}

/** Members whose content is data of the API. */
const DATA: ReadonlySet<string> = new Set(["value", "default", "enum", "const", "required", "x-codeSamples"]);

/**
 * A document as the page shows it: microversions as badges that are seen without opening anything, method, path and codes of
 * each operation at its beginning, links to the sources, verbs that HTTP lacks among the others (OpenAPI 3.2,
 * `additionalOperations`), no server that stands for all.
 */
export function decorate(document: JsonObject, { links = {} }: Decoration = {}): JsonObject {
  const copy = JSON.parse(JSON.stringify(document)) as JsonObject;
  addBadges(copy);
  sayWhoNeedsNoToken(copy);
  for (const part of [copy.paths, copy.webhooks])
    if (isJsonObject(part))
      for (const [name, item] of Object.entries(part))
        if (isJsonObject(item)) decorateItem(item, part === copy.paths ? name : undefined, links);
  if (
    Array.isArray(copy.servers) &&
    copy.servers.every((server) => isJsonObject(server) && server.url === "/")
  )
    delete copy.servers;
  return copy;
}

/**
 * Where all operations need the same, or nothing, those that need nothing say so, and the rest has no box each that says what
 * all have.
 */
function sayWhoNeedsNoToken(document: JsonObject): void {
  const operations = operationsOf(document);
  const isOpen = ({ security }: JsonObject) => Array.isArray(security) && security.length === 0;
  if (!Array.isArray(document.security) || isOpen(document)) return;
  const isOptional = ({ security }: JsonObject) =>
    Array.isArray(security) && security.some((one) => isJsonObject(one) && Object.keys(one).length === 0);
  if (!operations.every((one) => one.security === undefined || isOpen(one) || isOptional(one))) return;
  delete document.security;
  sayAtTheBeginning(document);
  for (const operation of operations) {
    if (operation.security === undefined) continue;
    const isNeedless = isOpen(operation);
    delete operation.security;
    if (isNeedless) operation.description = paragraphs(operation.description, "Needs no token.");
  }
}

/** What all operations need, before the first chapter of the prose. */
function sayAtTheBeginning(document: JsonObject): void {
  const { info, components } = document;
  const schemes = isJsonObject(components) ? components.securitySchemes : undefined;
  const [scheme, ...others] = Object.values(isJsonObject(schemes) ? schemes : {});
  if (!isJsonObject(info) || !isJsonObject(scheme) || others.length > 0 || scheme.in !== "header") return;
  const prose = typeof info.description === "string" ? info.description : "";
  const chapter = prose.search(/^#{1,6} /m);
  const end = chapter === -1 ? prose.length : chapter;
  info.description = paragraphs(
    prose.slice(0, end).trimEnd(),
    `Operations need a token in the header ${codeSpan(String(scheme.name))}, unless they say that they need none.`,
    prose.slice(end),
  );
}

function decorateItem(
  item: JsonObject,
  path: string | undefined,
  links: Readonly<Record<string, string>>,
): void {
  const { "x-openstack-additional-operations": additional } = item;
  if (isJsonObject(additional)) {
    delete item["x-openstack-additional-operations"];
    item.additionalOperations = additional;
  }
  for (const [method, operation] of [
    ...Object.entries(item),
    ...Object.entries(isJsonObject(additional) ? additional : {}),
  ]) {
    if (!isJsonObject(operation) || operation === additional) continue;
    const { description, responses } = operation;
    operation.description = paragraphs(
      path === undefined ? "" : requestLine(method, path),
      description,
      responsesLine(responses),
      sourceLink(links[String(operation.operationId)]),
    );
  }
}

/** Redoc draws no `externalDocs` of operations, so the link stands in the description. */
function sourceLink(link: string | undefined): string {
  if (link === undefined) return "";
  const address = link.replace(/[<>()\s\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `[Source of this section](${address})`;
}

function paragraphs(...texts: readonly (Json | undefined)[]): string {
  return texts.filter((text) => typeof text === "string" && text !== "").join("\n\n");
}

/**
 * Adds what Redoc draws beside a name (`x-badges`) to whatever holds in some microversions only.
 *
 * @param isProperty whether the value is the schema of a property, which has a name as operations and parameters have
 */
function addBadges(value: Json | undefined, isProperty = false): void {
  if (Array.isArray(value)) for (const item of value) addBadges(item);
  if (!isJsonObject(value)) return;
  const versions = versionsIn(value);
  const { minVersion: since, maxVersion: until } = versions;
  if (since !== undefined || until !== undefined) {
    value["x-badges"] = [
      ...(since === undefined ? [] : [{ name: `since ${since}`, color: "green" }]),
      ...(until === undefined ? [] : [{ name: `until ${until}`, color: "orange" }]),
    ];
    if (isProperty || "in" in value || "operationId" in value) leaveOutNote(value, versions);
  }
  for (const [key, inside] of Object.entries(value)) {
    if (DATA.has(key)) continue;
    if (key === "properties" && isJsonObject(inside))
      for (const schema of Object.values(inside)) addBadges(schema, true);
    else addBadges(inside);
  }
}

/** Beside badges nobody needs the words that the document has for readers of descriptions (`openapi/say-versions.ts`). */
function leaveOutNote(value: JsonObject, { minVersion, maxVersion }: VersionBounds): void {
  if (typeof value.description !== "string") return;
  // as `versionadded` says it, which the badge repeats
  const begins = `**New in version ${minVersion}.**\n\n`;
  const description = value.description.startsWith(begins)
    ? value.description.slice(begins.length)
    : value.description;
  value.description = description;
  const since = minVersion === undefined ? {} : { minVersion };
  const until = maxVersion === undefined ? {} : { maxVersion };
  for (const range of [{ ...since, ...until }, since, until]) {
    const note = versionNote(range);
    if (note === "" || !description.endsWith(note)) continue;
    value.description = description.slice(0, -note.length).trimEnd();
    return;
  }
}
