import { posix } from "node:path";
import { loadConfig } from "../config/load.ts";
import { ruleNameProblem } from "../config/rule-settings.ts";
import type { Files } from "../files/files.ts";
import type { ExampleTree, RuleGroup, RuleMetadata } from "../findings/rule.ts";
import type { RuleSettings } from "../findings/severity.ts";
import { painter } from "../reporters/style.ts";
import { catalogue, ruleNames } from "../rules/index.ts";
import { UsageError } from "../usage-error.ts";
import { styleOf, type Terminal } from "./terminal.ts";

/** The options of `apiref rules`. */
export interface RulesFlags {
  readonly config?: string | undefined;
  readonly color: boolean;
}

const groups: readonly RuleGroup[] = [
  "reading",
  "operations",
  "definitions",
  "status codes",
  "samples",
  "evidence",
];

type Paint = ReturnType<typeof painter>;

/** `apiref rules [RULE]`: the table of rules, or one rule explained. Gives the exit code. */
export function rules(files: Files, terminal: Terminal, rule: string | undefined, flags: RulesFlags): number {
  const { workingDirectory } = terminal;
  const { config } = loadConfig(files, { workingDirectory, folders: [], config: flags.config }, ruleNames);
  const settings = config.rules ?? new Map();
  const paint = painter(styleOf(terminal, flags.color, terminal.outIsTerminal).colour);
  if (rule === undefined) {
    terminal.out(table(catalogue, settings, paint));
    return 0;
  }
  const problem = ruleNameProblem(rule, ruleNames);
  if (problem !== undefined) throw new UsageError(problem);
  const found = catalogue.find(({ name }) => name === rule);
  if (found !== undefined) terminal.out(explanation(found, settings, paint));
  else
    terminal.out(
      `${rule} is Redocly's rule ${posix.basename(rule)}, run on the generated document:\nhttps://redocly.com/docs/cli/rules/oas/${posix.basename(rule)}\n`,
    );
  return 0;
}

/** Default severity, and what the configuration makes of it. */
function severityText({ name, severity }: RuleMetadata, settings: RuleSettings): string {
  const set = settings.get(name);
  return set === undefined || set === severity ? severity : `${severity} (${set} here)`;
}

function table(metadata: readonly RuleMetadata[], settings: RuleSettings, paint: Paint): string {
  const rows = metadata.map((rule) => ({
    rule,
    severity: severityText(rule, settings),
    fixable: rule.fixable ? "fix" : "",
  }));
  const nameWidth = Math.max(...rows.map(({ rule }) => rule.name.length));
  const severityWidth = Math.max(...rows.map(({ severity }) => severity.length));
  const lines: string[] = [];
  for (const group of groups) {
    lines.push(paint("strong", group));
    for (const { rule, severity, fixable } of rows.filter((row) => row.rule.group === group))
      lines.push(
        `  ${rule.name.padEnd(nameWidth)}  ${paint(rule.severity, severity.padEnd(severityWidth))}  ${fixable.padEnd(3)}  ${rule.summary}`,
      );
    lines.push("");
  }
  lines.push(
    paint("strong", "the document"),
    "  openapi/<rule>: Redocly's recommended rules on the generated document, at the source line of the node",
    "",
  );
  return `${lines.join("\n")}\nExplain one with \`apiref rules RULE\`.\n`;
}

function explanation(rule: RuleMetadata, settings: RuleSettings, paint: Paint): string {
  const fixable = rule.fixable ? ", fixable" : "";
  return `${paint("strong", rule.name)} (${paint(rule.severity, severityText(rule, settings))}${fixable}): ${rule.summary}

${rule.explanation.trim()}

${paint("error", "Bad")}

${example(rule.bad, paint)}
${paint("info", "Good")}

${example(rule.good, paint)}`;
}

/** The files of an example; the marked places are underlined on a terminal, the marks themselves left out. */
function example(tree: ExampleTree, paint: Paint): string {
  return Object.entries(tree)
    .map(([name, text]) => {
      const shown = beginning(text.trim()).replace(/«([^»]*)»/g, (_, place: string) => paint("place", place));
      return `  ${paint("faint", `${name}:`)}\n${shown.replace(/^(?=.)/gm, "    ")}\n`;
    })
    .join("\n");
}

/** As many lines as are looked at: the file of `file-too-large` has a million. */
const MOST_LINES = 60;

/** The text, or its first lines and an ellipsis. */
function beginning(text: string): string {
  let end = -1;
  for (let line = 0; line < MOST_LINES; line++) {
    end = text.indexOf("\n", end + 1);
    if (end < 0) return text;
  }
  return `${text.slice(0, text.indexOf("\n", text.indexOf("\n") + 1))}\n…`;
}
