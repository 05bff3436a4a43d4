import { literalPattern } from "../text/literal-pattern.ts";

/** How the program is named among the packages of npm. */
export const PACKAGE = "os-api-ref-openapi";

/** The hook as an entry of `repos:`, indented as the entries of a file are. */
function entry(version: string, sources: string, indent: string): string {
  return [
    "- repo: local",
    "  hooks:",
    "    - id: apiref-lint",
    "      name: check the api-ref",
    "      entry: apiref pre-commit .",
    "      language: node",
    `      additional_dependencies: ["${PACKAGE}@${version}"]`,
    `      files: ^${sources}`,
    "      require_serial: true",
  ]
    .map((line) => `${indent}${line}\n`)
    .join("");
}

/**
 * A `.pre-commit-config.yaml` with the hook.
 *
 * @param before the file as it is; undefined where there is none
 * @param folder the folder that holds the api-ref, from the top of the repository; empty for the top
 * @returns undefined where `repos:` is not the last key of the file, so that a person has to add the entry
 */
export function preCommitConfig(
  before: string | undefined,
  version: string,
  folder: string,
): string | undefined {
  const sources = folder === "" ? "" : `${literalPattern(folder)}/`;
  if (before === undefined || before.trim() === "") return `repos:\n${entry(version, sources, "  ")}`;
  const keys = [...before.matchAll(/^([A-Za-z_]\w*):/gm)].map(([, key]) => key);
  const first = /^repos:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*([ \t]*)- /m.exec(before);
  if (keys.at(-1) !== "repos" || first === null) return undefined;
  return `${before.replace(/\n*$/, "\n")}${entry(version, sources, first[1] ?? "")}`;
}
