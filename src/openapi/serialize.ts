import type { JsonObject } from "./specification.ts";
import { writeYaml } from "./yaml-writer.ts";

/** The file formats of the document, by file name extension. */
export const extensions = ["yaml", "json"] as const;
export type Extension = (typeof extensions)[number];

/** The text of `openapi.yaml` or `openapi.json`. */
export function serialize(document: JsonObject, extension: Extension): string {
  return extension === "yaml" ? writeYaml(document) : `${JSON.stringify(document, null, 2)}\n`;
}
