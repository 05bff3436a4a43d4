import type { YamlNode } from "../data/yaml-node.ts";
import type { Allowed } from "../findings/allow.ts";
import type { Override } from "../findings/override.ts";
import type { RuleSetting } from "../findings/severity.ts";
import type { JsonObject } from "../openapi/specification.ts";
import { contact, license, securityScheme, server } from "./openapi-objects.ts";
import { allowed, operation, override, ruleMap } from "./rule-settings.ts";
import {
  fail,
  keys,
  list,
  mapping,
  markdown,
  oneOf,
  oneOrMore,
  type Placed,
  placed,
  text,
  webAddress,
  wholeNumber,
} from "./values.ts";

/** What `apiref.config.yaml` may set; every key may be absent. */
export interface Config {
  readonly title?: string;
  readonly version?: string;
  readonly description?: string;
  readonly servers?: readonly JsonObject[];
  readonly security?: Readonly<Record<string, JsonObject>>;
  readonly contact?: JsonObject;
  readonly license?: JsonObject;
  /** Operations that need no token: `POST /v3/auth/tokens`. */
  readonly public?: readonly Placed<string>[];
  /** Which schema the document publishes where samples contradict a definition. */
  readonly disputed?: "published" | "documented";
  /** Address of a line of the sources, with `{file}` and `{line}`. */
  readonly sourceUrl?: string;
  /** Address of the page of a rule, with `{rule}`. */
  readonly rulesUrl?: string;
  /** Globs of Sphinx documents. */
  readonly documents?: readonly Placed<string>[];
  readonly rules?: ReadonlyMap<string, RuleSetting>;
  readonly overrides?: readonly Omit<Override, "directory">[];
  readonly allow?: readonly Allowed[];
  /** As written: relative to the directory of the configuration file. */
  readonly baseline?: string;
  readonly maxWarnings?: number;
  /** The history of microversions, relative to the directory of the configuration file. */
  readonly history?: Placed<string>;
  /** Words that are spelt as they are meant. */
  readonly words?: readonly string[];
}

/**
 * Reads the content of a configuration file. Every rule name must be one of those given or begin with
 * `openapi/`. The first mistake throws a `ConfigMistake`.
 */
export function readConfig(root: YamlNode, ruleNames: readonly string[]): Config {
  return keys(root, "The configuration", {
    title: text,
    version: text,
    description: markdown,
    servers: list(server),
    security: mapping(securityScheme),
    contact,
    license,
    public: oneOrMore(placed(operation)),
    disputed: oneOf(["published", "documented"]),
    sourceUrl: template("file", "line"),
    rulesUrl: template("rule"),
    documents: oneOrMore(placed(text)),
    rules: ruleMap(ruleNames),
    overrides: list(override(ruleNames)),
    allow: list(allowed(ruleNames)),
    baseline: text,
    maxWarnings: wholeNumber,
    history: placed(text),
    words: oneOrMore(text),
  });
}

/** A web address with variables in braces; the first of those it may have is needed. */
function template(needed: string, ...others: readonly string[]) {
  const known = [needed, ...others].map((name) => `{${name}}`);
  return (node: YamlNode): string => {
    const written = webAddress(node);
    const wrong = written.match(/\{[^}]*\}?/g)?.find((variable) => !known.includes(variable));
    if (wrong !== undefined)
      return fail(node.span, `\`${wrong}\` stands for nothing here. Use ${known.join(" and ")}.`);
    if (!written.includes(`{${needed}}`)) return fail(node.span, `\`${written}\` lacks \`{${needed}}\`.`);
    return written;
  };
}
