import type { YamlNode } from "../data/yaml-node.ts";
import type { JsonObject } from "../openapi/specification.ts";
import { isWebTarget } from "../rst/web-target.ts";
import { fail, keys, list, mapping, markdown, needs, oneOf, text, webAddress } from "./values.ts";

/** A Server Object (OpenAPI 3.1, 4.8.5). */
export function server(node: YamlNode): JsonObject {
  const values = keys<{ url: string; description: string; variables: JsonObject }>(node, "A server", {
    url: (url) => {
      const written = text(url);
      // Paths begin with a slash, so that the two joined would have two.
      if (/.\/$/.test(written)) return fail(url.span, `\`${written}\` ends with \`/\`. Leave it out.`);
      if (!isServerUrl(written))
        return fail(
          url.span,
          `\`${written}\` is not the address of a server. It begins with https://, http:// or /.`,
        );
      return written;
    },
    description: markdown,
    variables: mapping((variable) => {
      const found = keys<{ default: string; enum: string[]; description: string }>(variable, "A variable", {
        default: text,
        enum: (values) => [...list(text)(values)],
        description: markdown,
      });
      needs(variable, "A variable", found, ["default"]);
      return found;
    }),
  });
  needs(node, "A server", values, ["url"]);
  checkScheme(node, values);
  return values;
}

/** Relative, or with a scheme of the web, which may be a variable. */
function isServerUrl(url: string): boolean {
  return /^\{[^{}]*\}:\/\//.test(url) || isWebTarget(url);
}

/** The variable that stands for the scheme may only stand for one of the web. */
function checkScheme(node: YamlNode, { url, variables }: { url?: string; variables?: JsonObject }): void {
  const name = /^\{([^{}]*)\}:/.exec(url ?? "")?.[1];
  const variable = name === undefined ? undefined : (variables?.[name] as JsonObject | undefined);
  const values = [variable?.default ?? "https", ...((variable?.enum as readonly string[] | undefined) ?? [])];
  for (const value of values)
    if (value !== "https" && value !== "http")
      fail(node.span, `\`${value}\` is not the scheme of a server. Expected https or http for \`${name}\`.`);
}

export const contact = (node: YamlNode): JsonObject =>
  keys<{ name: string; url: string; email: string }>(node, "`contact`", {
    name: text,
    url: webAddress,
    email: text,
  });

/** A License Object; `identifier` (SPDX) and `url` exclude each other (OpenAPI 3.1, 4.8.4). */
export function license(node: YamlNode): JsonObject {
  const values = keys<{ name: string; identifier: string; url: string }>(node, "`license`", {
    name: text,
    identifier: text,
    url: webAddress,
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
    description: markdown,
    name: text,
    in: oneOf(["header", "query", "cookie"]),
    scheme: text,
    bearerFormat: text,
    openIdConnectUrl: webAddress,
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
    { authorizationUrl: webAddress, tokenUrl: webAddress, refreshUrl: webAddress, scopes: mapping(text) },
  );
  needs(node, "A flow", values, ["scopes"]);
  return values;
}
