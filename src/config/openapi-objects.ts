import type { YamlNode } from "../data/yaml-node.ts";
import type { JsonObject } from "../openapi/specification.ts";
import { fail, keys, list, mapping, needs, oneOf, text } from "./values.ts";

/** A Server Object (OpenAPI 3.1, 4.8.5). */
export function server(node: YamlNode): JsonObject {
  const values = keys<{ url: string; description: string; variables: JsonObject }>(node, "A server", {
    url: (url) => {
      const written = text(url);
      // Paths begin with a slash, so that the two joined would have two.
      if (/.\/$/.test(written)) return fail(url.span, `\`${written}\` ends with \`/\`. Leave it out.`);
      return written;
    },
    description: text,
    variables: mapping((variable) => {
      const found = keys<{ default: string; enum: string[]; description: string }>(variable, "A variable", {
        default: text,
        enum: (values) => [...list(text)(values)],
        description: text,
      });
      needs(variable, "A variable", found, ["default"]);
      return found;
    }),
  });
  needs(node, "A server", values, ["url"]);
  return values;
}

export const contact = (node: YamlNode): JsonObject =>
  keys<{ name: string; url: string; email: string }>(node, "`contact`", {
    name: text,
    url: text,
    email: text,
  });

/** A License Object; `identifier` (SPDX) and `url` exclude each other (OpenAPI 3.1, 4.8.4). */
export function license(node: YamlNode): JsonObject {
  const values = keys<{ name: string; identifier: string; url: string }>(node, "`license`", {
    name: text,
    identifier: text,
    url: text,
  });
  needs(node, "`license`", values, ["name"]);
  if (values.identifier !== undefined && values.url !== undefined)
    fail(node.span, "`license` has `identifier` and `url`. OpenAPI allows one of them.");
  return values;
}

/** Type of a security scheme → what it needs beside (OpenAPI 3.1, 4.8.27). */
const SCHEME_NEEDS: Readonly<Record<string, readonly string[]>> = {
  apiKey: ["name", "in"],
  http: ["scheme"],
  mutualTLS: [],
  oauth2: ["flows"],
  openIdConnect: ["openIdConnectUrl"],
};

export function securityScheme(node: YamlNode): JsonObject {
  const scheme = keys<{
    type: string;
    description: string;
    name: string;
    in: string;
    scheme: string;
    bearerFormat: string;
    openIdConnectUrl: string;
    flows: JsonObject;
  }>(node, "A security scheme", {
    type: oneOf(Object.keys(SCHEME_NEEDS)),
    description: text,
    name: text,
    in: oneOf(["header", "query", "cookie"]),
    scheme: text,
    bearerFormat: text,
    openIdConnectUrl: text,
    flows: (flows) =>
      keys<Record<string, JsonObject>>(flows, "`flows`", {
        implicit: flow,
        password: flow,
        clientCredentials: flow,
        authorizationCode: flow,
      }) as JsonObject,
  });
  needs(node, "A security scheme", scheme, ["type", ...(SCHEME_NEEDS[scheme.type ?? ""] ?? [])]);
  return scheme;
}

/** An OAuth Flow Object (OpenAPI 3.1, 4.8.29). */
function flow(node: YamlNode): JsonObject {
  const values = keys<{ authorizationUrl: string; tokenUrl: string; refreshUrl: string; scopes: JsonObject }>(
    node,
    "A flow",
    { authorizationUrl: text, tokenUrl: text, refreshUrl: text, scopes: mapping(text) },
  );
  needs(node, "A flow", values, ["scopes"]);
  return values;
}
