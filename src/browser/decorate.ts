import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";

/** What a page knows of operations beside their document. */
export interface Decoration {
  /** operationId → address of its lines in the sources. */
  readonly links?: Readonly<Record<string, string>>;
}

/** Members whose content is data of the API. */
const DATA: ReadonlySet<string> = new Set(["value", "default", "enum", "const", "required", "x-codeSamples"]);

/**
 * A document as the page shows it: microversions as badges that are seen without opening anything, links to the sources,
 * verbs that HTTP lacks among the others (OpenAPI 3.2, `additionalOperations`), no server that stands for all.
 */
export function decorate(document: JsonObject, { links = {} }: Decoration = {}): JsonObject {
  const copy = JSON.parse(JSON.stringify(document)) as JsonObject;
  addBadges(copy);
  for (const part of [copy.paths, copy.webhooks])
    if (isJsonObject(part))
      for (const item of Object.values(part)) if (isJsonObject(item)) decorateItem(item, links);
  if (
    Array.isArray(copy.servers) &&
    copy.servers.every((server) => isJsonObject(server) && server.url === "/")
  )
    delete copy.servers;
  return copy;
}

function decorateItem(item: JsonObject, links: Readonly<Record<string, string>>): void {
  const { "x-openstack-additional-operations": additional } = item;
  if (isJsonObject(additional)) {
    delete item["x-openstack-additional-operations"];
    item.additionalOperations = additional;
  }
  for (const operation of [
    ...Object.values(item),
    ...Object.values(isJsonObject(additional) ? additional : {}),
  ]) {
    if (!isJsonObject(operation)) continue;
    const link = links[String(operation.operationId)];
    if (link !== undefined) operation.description = withLink(operation.description, link);
  }
}

/** Redoc draws no `externalDocs` of operations, so the link stands at the end of the description. */
function withLink(description: Json | undefined, link: string): string {
  const address = link.replace(/[<>()\s\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `${typeof description === "string" ? `${description}\n\n` : ""}[Source of this section](${address})`;
}

/** Adds what Redoc draws beside a name (`x-badges`) to whatever holds in some microversions only. */
function addBadges(value: Json | undefined): void {
  if (Array.isArray(value)) for (const item of value) addBadges(item);
  if (!isJsonObject(value)) return;
  const versions = value["x-openstack"];
  if (isJsonObject(versions)) {
    const { "min-ver": since, "max-ver": until } = versions;
    const badges = [
      ...(typeof since === "string" ? [{ name: `since ${since}`, color: "green" }] : []),
      ...(typeof until === "string" ? [{ name: `until ${until}`, color: "orange" }] : []),
    ];
    if (badges.length > 0) value["x-badges"] = badges;
  }
  for (const [key, inside] of Object.entries(value)) if (!DATA.has(key)) addBadges(inside);
}
