import type { YamlNode } from "../data/yaml-node.ts";
import type { Allowed } from "../findings/allow.ts";
import type { Override } from "../findings/override.ts";
import { isRuleSetting, type RuleSetting, ruleSettings } from "../findings/severity.ts";
import { redoclyPrefix } from "../redocly/config.ts";
import { redoclyRules } from "../redocly/rule-names.ts";
import { didYouMean } from "../text/similar.ts";
import { asMapping, fail, keys, needs, oneOrMore, placed, type Reader, text } from "./values.ts";

/** `rules:`, a mapping of rule names to severities. */
export function ruleMap(ruleNames: readonly string[]): Reader<ReadonlyMap<string, RuleSetting>> {
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

/** An entry of `overrides:`; the directory of the configuration is added where that is known. */
export function override(ruleNames: readonly string[]): Reader<Omit<Override, "directory">> {
  return (node) => {
    const values = keys(node, "An override", {
      files: placed(oneOrMore(text)),
      rules: ruleMap(ruleNames),
    });
    needs(node, "An override", values, ["files", "rules"]);
    const { files, rules } = values as Required<typeof values>;
    return { files: files.value, span: files.span, rules };
  };
}

/** An entry of `allow:`. */
export function allowed(ruleNames: readonly string[]): Reader<Allowed> {
  return (node) => {
    const values = keys<Omit<Allowed, "span">>(node, "An entry of `allow`", {
      rule: ruleName(ruleNames),
      operation,
      name: text,
      reason: text,
    });
    needs(node, "An entry of `allow`", values, ["rule", "reason"]);
    if (values.operation === undefined && values.name === undefined)
      fail(
        node.span,
        "An entry of `allow` needs `operation` or `name`. To switch a rule off everywhere, set it to off in `rules`.",
      );
    return { ...(values as Omit<Allowed, "span">), span: node.span };
  };
}

/** `POST /v2/share-replicas`, the method in capitals. */
export function operation(node: YamlNode): string {
  const written = text(node);
  const [, method, path] = /^([A-Za-z]+)\s+(\/\S*)$/.exec(written.trim()) ?? [];
  if (method === undefined)
    return fail(node.span, `\`${written}\` is not an operation. Write it as \`GET /v2/widgets\`.`);
  return `${method.toUpperCase()} ${path}`;
}

function ruleName(ruleNames: readonly string[]): Reader<string> {
  return (node) => {
    const name = text(node);
    const problem = ruleNameProblem(name, ruleNames);
    return problem === undefined ? name : fail(node.span, problem);
  };
}

/** What to say of a rule name that does not exist; names below `openapi/` are Redocly's. */
export function ruleNameProblem(name: string, ruleNames: readonly string[]): string | undefined {
  if (ruleNames.includes(name) || REDOCLY_NAMES.includes(name)) return undefined;
  const known = name.startsWith(redoclyPrefix) ? REDOCLY_NAMES : ruleNames;
  return `There is no rule \`${name}\`.${didYouMean(name, known) || " `apiref rules` lists them."}`;
}

const REDOCLY_NAMES = redoclyRules.map((name) => redoclyPrefix + name);

/** What to say of a severity that does not exist. */
export function ruleSettingProblem(setting: string): string {
  return `\`${setting}\` is not a severity. Use one of ${ruleSettings.join(", ")}.`;
}
