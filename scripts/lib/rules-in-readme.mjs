const BEGIN = "<!-- rules: written by `npm run readme` -->";
const END = "<!-- end of rules -->";
const GROUPS = ["reading", "operations", "definitions", "status codes", "samples", "evidence"];

/**
 * README.md with the table of these rules between its two marks.
 *
 * @param {string} readme
 * @param {readonly import("../../src/findings/rule.ts").RuleMetadata[]} rules
 */
export function rulesInReadme(readme, rules) {
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`README.md lacks the marks ${BEGIN} and ${END}.`);
  const lines = GROUPS.flatMap((group) => [
    `| **${group}** | | | |`,
    ...rules.filter((rule) => rule.group === group).map(row),
  ]);
  const table = ["| rule | severity | fix | finds |", "| --- | --- | --- | --- |", ...lines].join("\n");
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`;
}

function row({ name, severity, fixable, summary }) {
  return `| \`${name}\` | ${severity} | ${fixable ? "yes" : ""} | ${summary.replaceAll("|", "\\|")} |`;
}
