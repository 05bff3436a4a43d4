import type { JsonObject } from "../data/json-value.ts";
import { originOf } from "../data/origin.ts";
import { operationsOf } from "./operations.ts";

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
  for (const operation of operationsOf(document)) {
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
