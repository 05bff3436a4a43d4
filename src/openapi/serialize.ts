import { writeJson } from "./json-writer.ts";
import type { JsonObject } from "./specification.ts";
import { writeYaml } from "./yaml-writer.ts";

/** The file formats of the document, by file name extension. */
export const extensions = ["yaml", "json"] as const;
export type Extension = (typeof extensions)[number];

/** The text of `openapi.yaml` or `openapi.json`, with numbers as the sources have them (`data/written-number.ts`). */
export function serialize(document: JsonObject, extension: Extension): string {
  return extension === "yaml" ? writeYaml(document) : writeJson(document);
}
