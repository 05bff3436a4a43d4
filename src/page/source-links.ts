import { isJsonObject, type JsonObject } from "../data/json-value.ts";
import { originOf } from "../data/origin.ts";

/**
 * operationId → the address of the operation's title in the sources.
 *
 * @param document one whose operations stand apart
 * @param template an address with `{file}` and perhaps `{line}`
 * @param nameOf the name of a file, as the address is to have it, by its path
 */
export function sourceLinks(
  document: JsonObject,
  template: string,
  nameOf: (path: string) => string,
): Record<string, string> {
  const links: Record<string, string> = {};
  for (const part of [document.paths, document.webhooks])
    for (const item of Object.values(isJsonObject(part) ? part : {}))
      for (const operation of operationsOf(item)) {
        const place = originOf(operation);
        if (place === undefined) continue;
        const { file, start } = place;
        const name = nameOf(file.path).split("/").map(encodeURIComponent).join("/");
        links[String(operation.operationId)] = template
          .replaceAll("{file}", () => name)
          .replaceAll("{line}", `${file.positionAt(start).line}`);
      }
  return links;
}

function operationsOf(item: unknown): JsonObject[] {
  if (!isJsonObject(item as JsonObject)) return [];
  const { "x-openstack-additional-operations": additional, ...operations } = item as JsonObject;
  return [...Object.values(operations), ...Object.values(isJsonObject(additional) ? additional : {})].filter(
    (one): one is JsonObject => isJsonObject(one),
  );
}
