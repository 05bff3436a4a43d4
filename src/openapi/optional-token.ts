import type { Operation, ParameterRow } from "../apiref/model.ts";
import type { Prose } from "../apiref/prose.ts";
import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";

/** The header that carries the token of the identity service, in lower case. */
const TOKEN = "x-auth-token";

/** What tells of requests without it. `required: false` alone is how some write all their headers. */
const SAYS_OPTIONAL = /\bomit|\bwithout\b|\boptional|\banonymous|\bunauthenticated|\bleft out\b/i;

/** The row by which an operation may be called without a token: its definition is optional, and its text says so. */
export function optionalTokenRow({ rows }: Operation): ParameterRow | undefined {
  return rows.find(
    ({ side, name, definition }) =>
      side === "request" &&
      name.toLowerCase() === TOKEN &&
      definition?.in === "header" &&
      !definition.required &&
      SAYS_OPTIONAL.test(definition.description),
  );
}

/**
 * The security requirements of an operation that may be called without a token (OpenAPI 3.1, 4.8.2, `{}`).
 *
 * @param schemes the security schemes of the document
 * @returns undefined where the document has no scheme of that header
 */
export function optionalSecurity(schemes: Readonly<Record<string, Json>>): Json[] | undefined {
  const isToken = (scheme: Json) =>
    isJsonObject(scheme) && scheme.in === "header" && String(scheme.name).toLowerCase() === TOKEN;
  if (!Object.values(schemes).some(isToken)) return undefined;
  return [...Object.keys(schemes).map((name): JsonObject => ({ [name]: [] })), {}];
}

/** What the definition of that row says, as a paragraph of the operation's description: a requirement has no words. */
export function optionalTokenNote(operation: Operation, prose: Prose): string {
  const row = optionalTokenRow(operation);
  return row === undefined ? "" : `\`${row.name}\` (optional): ${prose.definition(row.definition!)}`;
}
