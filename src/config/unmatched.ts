import type { ApiRef } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import type { Files } from "../files/files.ts";
import type { Allowed } from "../findings/allow.ts";
import type { Finding } from "../findings/finding.ts";
import { isFor, type RuleChoice } from "../findings/override.ts";
import { settingUnmatched } from "../findings/setting-unmatched.ts";
import { pathPattern } from "../text/glob.ts";
import { didYouMean } from "../text/similar.ts";
import type { Span } from "../text/span.ts";
import type { Config } from "./schema.ts";

/** What a configuration says of a tree, to be held against the tree. */
export interface Claims extends RuleChoice, Pick<Config, "documents" | "public" | "history"> {
  /** The absolute path of the history file. */
  readonly historyPath: string | undefined;
}

/**
 * A finding for each value of the configuration that nothing in the tree matches: it was mistyped, or what it was for
 * is gone.
 *
 * @param unusedAllowed the entries of `allow` that no finding matched
 */
export function unmatchedSettings(
  claims: Claims | undefined,
  { documents, files: read }: ApiRef,
  unusedAllowed: readonly Allowed[],
  files: Files,
): Finding[] {
  if (claims === undefined) return [];
  const severity = claims.rules.get(settingUnmatched.name) ?? settingUnmatched.severity;
  if (severity === "off") return [];
  const findings: Finding[] = [];
  const add = (span: Span, message: string) =>
    findings.push({ rule: settingUnmatched.name, severity, message, span });

  for (const { value, span } of claims.documents ?? []) {
    const matches = pathPattern(value);
    if (!documents.some(({ name }) => matches(name)))
      add(span, `No document matches \`${value}\`. Write names as Sphinx does, such as \`v3/index\`.`);
  }
  const names = documents.flatMap(({ operations }) => operations.map(operationName));
  for (const { value, span } of claims.public ?? [])
    if (!names.includes(value))
      add(
        span,
        `There is no operation \`${value}\`.${didYouMean(value, names) || " Remove it, or correct it."}`,
      );
  for (const override of claims.overrides)
    if (![...read.keys()].some((path) => isFor(override, path)))
      add(
        override.span,
        `No file matches ${override.files.map((pattern) => `\`${pattern}\``).join(", ")}. Correct the pattern, or remove the entry.`,
      );
  for (const { rule, span } of unusedAllowed)
    if (claims.rules.get(rule) !== "off")
      add(
        span,
        `\`${rule}\` finds nothing that this entry allows. Remove it, or correct its operation or name.`,
      );
  if (claims.history !== undefined && files.status(claims.historyPath ?? "")?.kind !== "file")
    add(
      claims.history.span,
      `There is no file \`${claims.history.value}\`. It is looked for beside the configuration.`,
    );
  return findings;
}
