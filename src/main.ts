import { Command, CommanderError, Option } from "commander";
import { collected, outputFolder, portNumber, reportTargets, ruleSetting, wholeNumber } from "./arguments.ts";
import type { BuildFlags } from "./commands/build.ts";
import type { CheckFlags, ReportTarget } from "./commands/check.ts";
import type { FixFlags } from "./commands/fix.ts";
import type { InitFlags } from "./commands/init.ts";
import type { PreviewFlags } from "./commands/preview.ts";
import type { RulesFlags } from "./commands/rules.ts";
import type { Terminal } from "./commands/terminal.ts";
import type { VerifyFlags } from "./commands/verify.ts";
import type { Flags } from "./config/resolve.ts";
import type { Files } from "./files/files.ts";
import type { RuleSetting } from "./findings/severity.ts";
import { extensions } from "./openapi/serialize.ts";
import type { RedoclyThread } from "./redocly/thread.ts";
import { formats } from "./reporters/index.ts";
import { visible, visibleLines } from "./text/visible.ts";
import { UsageError } from "./usage-error.ts";
import { version } from "./version.ts";

/**
 * The command line: arguments → exit code (0 done, 1 done with errors found, 2 not done). The one place that turns
 * errors into exit codes: what people did wrong is one line, anything else is a bug and keeps its stack.
 *
 * @param redocly the linter of documents, if it was started before the rest of the program was loaded
 */
export async function main(
  argv: readonly string[],
  terminal: Terminal,
  files: Files,
  redocly?: RedoclyThread,
): Promise<number> {
  let exitCode = 0;
  try {
    const program = commandLine(terminal, files, redocly, (code) => {
      exitCode = code;
    });
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander has printed the help or the version that was asked for.
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    terminal.err(errorText(error));
    return 2;
  }
}

function errorText(error: unknown): string {
  if (error instanceof UsageError) return `apiref: ${visible(oneLine(error.message))}\n`;
  if (error instanceof CommanderError) {
    if (error.code === "commander.help") return "apiref: Name a command. See `apiref --help`.\n";
    // `error: unknown option '--formt'\n(Did you mean --format?)`
    const message = oneLine(error.message.replace(/^error: /, "")).replace(/([^.?)])$/, "$1.");
    return `apiref: ${visible(message)} See \`apiref --help\`.\n`;
  }
  const stack = error instanceof Error ? error.stack : String(error);
  return `apiref: this is a bug of apiref; please report it with what follows.\n${visibleLines(stack ?? "")}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}

/** The commands with their options; the modules of a command are loaded when it is run. */
function commandLine(
  terminal: Terminal,
  files: Files,
  redocly: RedoclyThread | undefined,
  exit: (code: number) => void,
): Command {
  const program = new Command("apiref")
    .description(
      "Turns OpenStack API references (os-api-ref) into OpenAPI 3.1 and checks them at the source line.",
    )
    .usage("<command> [options]")
    .version(version, "--version", "print the version")
    .helpCommand(false)
    .helpOption("-h, --help", "print this help")
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      // What went wrong is printed by `main`, in one line.
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => terminal.columns ?? 100,
      getOutHasColors: () => false,
    })
    .addHelpText(
      "after",
      `
Examples:
  apiref build                            finds the tree, writes output/openapi.yaml
  apiref build api-ref/source -o spec     converts a tree, writes spec/openapi.yaml
  apiref lint --format json               checks, prints the findings as JSON
  apiref rules unknown-parameter          explains a rule

Exit codes: 0 done; 1 done, with findings of severity error or too many warnings; 2 not done.`,
    );

  common(
    checking(program.command("build"))
      .option("-o, --output <DIR>", "the folder to write to", outputFolder, "output")
      .addOption(
        new Option("--ext <FORMAT>", "file format of the document").choices(extensions).default("yaml"),
      )
      .option("--html", "also write openapi.html, the reference as one page for people")
      .option("-v, --verbose", "print all findings, not only the table of rules")
      .option("--microversion <X.Y>", "the specification as it is at that microversion, or latest"),
  )
    .summary("convert a tree into an OpenAPI document")
    .description(
      "Converts the api-ref tree at SOURCE, writes the OpenAPI document and prints a table of what was found.",
    )
    .addHelpText(
      "after",
      `
Examples:
  apiref build
  apiref build ../widgets --output spec --ext json
  apiref build --html                     also writes output/openapi.html, a page for people
  apiref build --microversion 2.60        the API as it is at that microversion
  apiref build --document 'v3/*' --rule sample-undocumented=off`,
    )
    .action(async (source: string | undefined, flags: BuildFlags & Repeatable) => {
      const { build } = await import("./commands/build.ts");
      exit(await build(files, terminal, { ...withSource(source, flags), redocly }));
    });

  common(
    checking(program.command("lint")).option(
      "--suggest",
      "print a diff that adds the rows that samples ask for",
    ),
  )
    .summary("check a tree, write nothing")
    .description("Runs every check on the api-ref tree at SOURCE and prints the findings; writes no file.")
    .addHelpText(
      "after",
      `
Examples:
  apiref lint
  apiref lint api-ref/source --max-warnings 0
  apiref lint --format json > findings.json
  apiref lint --report sarif=findings.sarif --report junit=findings.xml
  apiref lint --baseline baseline.json --update-baseline
  apiref lint --changed-since origin/master
  apiref lint --watch                     until Ctrl-C, shows what each change brings and mends
  apiref lint --suggest | git apply       adds the rows that samples show; then write their descriptions
  apiref lint --rule definition-unused=off --rule sample-undocumented=info`,
    )
    .action(
      async (source: string | undefined, { suggest, ...flags }: CheckFlags & Repeatable & Suggesting) => {
        const of = { ...withSource(source, flags), redocly };
        const command = suggest
          ? (await import("./commands/suggest.ts")).suggest
          : (await import("./commands/lint.ts")).lint;
        exit(await command(files, terminal, of));
      },
    );

  common(
    checking(program.command("verify"), { watches: false })
      .option(
        "--against <FILE>",
        "an OpenAPI document made from the code, or recorded traffic (HAR); repeatable",
        collected,
      )
      .option("--suggest", "print a diff that adds rows for the properties that the evidence has"),
  )
    .summary("hold a tree against code or traffic")
    .description(
      "Holds the api-ref tree at SOURCE against what the service really is, an OpenAPI 3.0 or 3.1 document or a HAR log, and prints what differs.",
    )
    .addHelpText(
      "after",
      `
Examples:
  apiref verify --against openapi.json
  apiref verify api-ref/source --against traffic.har --against openapi.yaml
  apiref verify --against traffic.har --baseline drift.json --update-baseline
  apiref verify --against openapi.json --only 'verify-property-*' --format json
  apiref verify --against openapi.json --suggest | git apply`,
    )
    .action(
      async (source: string | undefined, { suggest, ...flags }: VerifyFlags & Repeatable & Suggesting) => {
        const { verify, requireEvidence } = await import("./commands/verify.ts");
        requireEvidence(flags);
        const command = suggest ? (await import("./commands/suggest.ts")).suggest : verify;
        exit(await command(files, terminal, withSource(source, flags)));
      },
    );

  // For the hook in `.pre-commit-hooks.yaml` alone, hence in no help.
  common(checking(program.command("pre-commit", { hidden: true })).argument("[FILES...]")).action(
    async (source: string | undefined, names: readonly string[], flags: CheckFlags & Repeatable) => {
      const { lint } = await import("./commands/lint.ts");
      const { comparedRevision } = await import("./commands/pre-commit.ts");
      const changedSince = flags.changedSince ?? comparedRevision(files, terminal, names);
      exit(await lint(files, terminal, { ...withSource(source, flags), changedSince, redocly }));
    },
  );

  common(
    program
      .command("preview")
      .argument("[SOURCE]", SOURCE_HELP)
      .option("--port <N>", "the port to listen on (default: one that is free)", portNumber)
      .option("--open", "show the page in the browser"),
  )
    .summary("show the page of a tree while it is written")
    .description(
      "Serves the page of the api-ref tree at SOURCE to the browsers of this machine, and shows every save and its findings at once.",
    )
    .addHelpText(
      "after",
      `
Examples:
  apiref preview
  apiref preview api-ref/source --open
  apiref preview --port 4000              the same address every time`,
    )
    .action(async (source: string | undefined, flags: PreviewFlags) => {
      const { preview } = await import("./commands/preview.ts");
      exit(await preview(files, terminal, { ...flags, source, redocly }));
    });

  common(
    program
      .command("fix")
      .argument("[SOURCE]", SOURCE_HELP)
      .option("--dry-run", "print the changes as a unified diff, change nothing")
      .option("--rule <NAME>", "fix only what this rule finds; repeatable", collected),
  )
    .summary("mend what can be mended without a person")
    .description(
      "Makes the fixes of fixable findings in the sources at SOURCE; nothing else of a file changes.",
    )
    .addHelpText(
      "after",
      `
Examples:
  apiref fix
  apiref fix api-ref/source --dry-run
  apiref fix --rule status-codes-freeform`,
    )
    .action(async (source: string | undefined, { rule, ...flags }: FixFlags & RuleNames) => {
      const { fix } = await import("./commands/fix.ts");
      exit(await fix(files, terminal, { ...flags, source, ruleNames: rule }));
    });

  common(program.command("init").argument("[SOURCE]", SOURCE_HELP))
    .summary("set up configuration, baseline, pre-commit and CI")
    .description(
      "Writes a commented configuration, a baseline of today's findings, the entry of pre-commit and the job of CI, each where there is none yet, and says what it did.",
    )
    .addHelpText(
      "after",
      `
Examples:
  apiref init
  apiref init api-ref/source`,
    )
    .action(async (source: string | undefined, flags: InitFlags) => {
      const { init } = await import("./commands/init.ts");
      exit(await init(files, terminal, { ...flags, source, redocly }));
    });

  common(program.command("rules").argument("[RULE]", "the rule to explain"))
    .summary("list the rules, or explain one")
    .description(
      "Lists the rules with severity and whether fixable; explains RULE with a bad and a good example.",
    )
    .addHelpText(
      "after",
      `
Examples:
  apiref rules
  apiref rules status-codes-freeform`,
    )
    .action(async (rule: string | undefined, flags: RulesFlags) => {
      const { rules } = await import("./commands/rules.ts");
      exit(rules(files, terminal, rule, flags));
    });
  return program;
}

const SOURCE_HELP =
  "Sphinx source folder, or a folder with one at api-ref/source or source; looked for unless given";

/** The rules of `fix`, as Commander names a repeatable option. */
interface RuleNames {
  readonly rule?: readonly string[];
}

/** Whether rows and definitions are to be suggested instead of findings. */
interface Suggesting {
  readonly suggest?: boolean;
}

/** The options of all commands. */
function common(command: Command): Command {
  return command
    .usage(`${command.registeredArguments.map((argument) => `[${argument.name()}]`).join(" ")} [options]`)
    .option("--config <FILE>", "configuration (default: apiref.config.yaml in SOURCE, else here)")
    .option("--quiet", "no progress, no summary")
    .option("--no-color", "no colour, also on a terminal (so does NO_COLOR)")
    .option("--no-progress", "no progress line")
    .version(version, "--version", "print the version")
    .helpOption("-h, --help", "print this help");
}

/** The options of the commands that read a tree. */
function checking(command: Command, { watches = true } = {}): Command {
  command
    .argument("[SOURCE]", SOURCE_HELP)
    .option("--document <GLOB>", "only these Sphinx documents, such as v3/index; repeatable", collected)
    .addOption(new Option("--format <FORMAT>", "how findings are printed (default: pretty)").choices(formats))
    .option("--report <FORMAT=FILE>", "also write the findings to FILE; repeatable", reportTargets)
    .option("--baseline <FILE>", "do not report the findings that FILE records")
    .option("--update-baseline", "record today's findings in the baseline")
    .option("--changed-since <REV>", "only findings that are new since HEAD and that git revision parted");
  if (watches) command.option("--watch", "run again on every change and print the difference");
  return command
    .option("--only <RULE>", "only what this rule finds; patterns such as 'sample-*'; repeatable", collected)
    .option("--errors-only", "show only errors")
    .option("--statistics", "print only the table of rules and counts")
    .option("--max-warnings <N>", "exit 1 when there are more warnings", wholeNumber)
    .option("--rule <NAME=SEVERITY>", "set a rule to off, info, warning or error; repeatable", ruleSetting);
}

/** Options that are named in the singular on the command line, for each of them names one. */
interface Repeatable {
  readonly document?: readonly string[];
  readonly rule?: Record<string, RuleSetting>;
  readonly report?: readonly ReportTarget[];
}

/** The flags of a command with what was said once or more often under the names that settings have. */
function withSource<AllFlags extends Repeatable>(
  source: string | undefined,
  flags: AllFlags,
): AllFlags & Flags & Pick<CheckFlags, "reports"> {
  return { ...flags, source, documents: flags.document, rules: flags.rule, reports: flags.report };
}
