import type { ApiRef } from "../apiref/model.ts";
import type { Prose } from "../apiref/prose.ts";
import type { JsonObject } from "../data/json-value.ts";
import { plainText } from "../rst/markdown.ts";
import { namedVersions } from "./named-versions.ts";
import type { SpecificationOptions } from "./options.ts";

/** The Info Object (OpenAPI 3.1, 4.8.2). */
export function infoOf(
  apiRef: ApiRef,
  introduction: string,
  options: SpecificationOptions,
  prose: Prose,
): JsonObject {
  const index = apiRef.documents.find((document) => document.name === "index");
  const described = apiRef.documents.filter((document) => document.operations.length > 0);
  // The page that a reader opens names the service; where one document holds all, its title says more.
  const titled = described.length === 1 ? [described[0], index] : [index, ...described];
  const title = titled
    .map((document) => (document?.title === undefined ? "" : plainText(document.title).trim()))
    .find(Boolean);
  const front = index !== undefined && !described.includes(index) ? prose.front(index) : "";
  const description = options.description ?? [front, introduction].filter((text) => text !== "").join("\n\n");
  return {
    title: options.title ?? title ?? "API reference",
    ...(description === "" ? {} : { description }),
    ...(options.contact === undefined ? {} : { contact: options.contact }),
    ...(options.license === undefined ? {} : { license: options.license }),
    version: options.version ?? options.microversion ?? versionOf(apiRef),
  };
}

/** The highest microversion that the tree names, else the highest version in its paths. */
function versionOf(apiRef: ApiRef): string {
  const [highest] = namedVersions(apiRef);
  if (highest !== undefined) return highest;
  const ofPaths = apiRef.documents
    .flatMap((document) =>
      document.operations.map((operation) => /^\/v(\d+(?:\.\d+)?)/i.exec(operation.target.path)?.[1]),
    )
    .filter((version) => version !== undefined);
  return ofPaths.sort((a, b) => Number(b) - Number(a))[0] ?? "1";
}
