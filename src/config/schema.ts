import type { YamlMapping, YamlNode } from "../data/yaml-node.ts";
import { isRuleSetting, type RuleSetting, ruleSettings } from "../findings/severity.ts";
import type { JsonObject } from "../openapi/specification.ts";
import { didYouMean } from "../text/similar.ts";
import type { Span } from "../text/span.ts";
import { UsageError } from "../usage-error.ts";

/** What `apiref.config.yaml` may set; every key may be absent. */
export interface Config {
  readonly title?: string;
  readonly version?: string;
  readonly description?: string;
  readonly servers?: readonly JsonObject[];
  readonly security?: Readonly<Record<string, JsonObject>>;
  readonly contact?: JsonObject;
  readonly license?: JsonObject;
  /** Globs of Sphinx documents. */
  readonly documents?: readonly string[];
  readonly rules?: ReadonlyMap<string, RuleSetting>;
  /** As written: relative to the directory of the configuration file. */
  readonly baseline?: string;
}

/** Gives the value of a YAML node, or throws a `UsageError` at its place. */
type Reader<Value> = (node: YamlNode) => Value;

/**
 * Reads the content of a configuration file. Every rule name must be one of those given or begin with
 * `openapi/`. The first mistake throws a `UsageError` that names file and line.
 */
export function readConfig(root: YamlNode, ruleNames: readonly string[]): Config {
  return keys(root, "The configuration", {
    title: text,
    version: text,
    description: text,
    servers: list(server),
    security: mapping(securityScheme),
    contact,
    license,
    documents,
    rules: ruleMap(ruleNames),
    baseline: text,
  });
}

function fail(place: Span, message: string): never {
  throw new UsageError(`${place.file.path}:${place.file.positionAt(place.start).line}: ${message}`);
}

/** Any scalar as it is written, so that a version `2.20` does not become `2.2`. */
function text(node: YamlNode): string {
  if (node.kind !== "scalar") return fail(node.span, `A text is expected, not a ${node.kind}.`);
  if (node.text === "" || node.value === null) return fail(node.span, "A text is expected; here is none.");
  return node.text;
}

function asMapping(node: YamlNode, what: string): YamlMapping {
  if (node.kind === "mapping") return node;
  return fail(node.span, `${what} is a mapping \`key: value\`, not a ${node.kind}.`);
}

function list<Value>(of: Reader<Value>): Reader<readonly Value[]> {
  return (node) => {
    if (node.kind === "sequence") return node.items.map(of);
    return fail(node.span, `A list is expected (\`- …\` on each line), not a ${node.kind}.`);
  };
}

function mapping<Value>(of: Reader<Value>): Reader<Readonly<Record<string, Value>>> {
  return (node) =>
    Object.fromEntries(asMapping(node, "This").entries.map(({ key, value }) => [key.text, of(value)]));
}

/** A mapping with known keys only; the value of each is read by its reader. */
function keys<Values extends object>(
  node: YamlNode,
  what: string,
  readers: { readonly [Key in keyof Values]: Reader<NonNullable<Values[Key]>> },
): Partial<Values> {
  const values: Partial<Values> = {};
  const seen = new Set<string>();
  for (const { key, value } of asMapping(node, what).entries) {
    if (!Object.hasOwn(readers, key.text)) {
      const hint =
        didYouMean(key.text, Object.keys(readers)) || ` Known: ${Object.keys(readers).join(", ")}.`;
      return fail(key.span, `Unknown key \`${key.text}\`.${hint}`);
    }
    if (seen.has(key.text)) return fail(key.span, `\`${key.text}\` stands here a second time. Keep one.`);
    seen.add(key.text);
    const name = key.text as keyof Values;
    values[name] = readers[name](value);
  }
  return values;
}

/** Throws where a mapping lacks one of the keys that it must have. */
function needs(node: YamlNode, what: string, values: object, needed: readonly string[]): void {
  const missing = needed.find((key) => !Object.hasOwn(values, key));
  if (missing !== undefined) fail(node.span, `${what} needs \`${missing}\`.`);
}

/** A Server Object (OpenAPI 3.1, 4.8.5). */
function server(node: YamlNode): JsonObject {
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

const contact = (node: YamlNode): JsonObject =>
  keys<{ name: string; url: string; email: string }>(node, "`contact`", {
    name: text,
    url: text,
    email: text,
  });

/** A License Object; `identifier` (SPDX) and `url` exclude each other (OpenAPI 3.1, 4.8.4). */
function license(node: YamlNode): JsonObject {
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

function securityScheme(node: YamlNode): JsonObject {
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

function oneOf(allowed: readonly string[]): Reader<string> {
  return (node) => {
    const written = text(node);
    if (allowed.includes(written)) return written;
    return fail(node.span, `\`${written}\` is none of ${allowed.join(", ")}.${didYouMean(written, allowed)}`);
  };
}

/** A list of globs, or a single one. */
function documents(node: YamlNode): readonly string[] {
  return node.kind === "scalar" ? [text(node)] : list(text)(node);
}

function ruleMap(ruleNames: readonly string[]): Reader<ReadonlyMap<string, RuleSetting>> {
  return (node) => {
    const settings = new Map<string, RuleSetting>();
    for (const { key, value } of asMapping(node, "`rules`").entries) {
      const problem = ruleNameProblem(key.text, ruleNames);
      if (problem !== undefined) return fail(key.span, problem);
      // YAML 1.1 reads a plain `off` as false; the text is what people wrote.
      const setting = text(value);
      if (!isRuleSetting(setting)) return fail(value.span, ruleSettingProblem(setting));
      settings.set(key.text, setting);
    }
    return settings;
  };
}

/** What to say of a rule name that there is not; names below `openapi/` are Redocly's. */
export function ruleNameProblem(name: string, ruleNames: readonly string[]): string | undefined {
  if (ruleNames.includes(name) || /^openapi\/[a-z0-9-]+$/.test(name)) return undefined;
  return `There is no rule \`${name}\`.${didYouMean(name, ruleNames) || " `apiref rules` lists them."}`;
}

/** What to say of a severity that there is not. */
export function ruleSettingProblem(setting: string): string {
  return `\`${setting}\` is no severity. Use one of ${ruleSettings.join(", ")}.`;
}
