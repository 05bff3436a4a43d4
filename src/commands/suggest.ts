import { newFindings, type State } from "../changes/new-findings.ts";
import { resolveSettings, type Settings } from "../config/resolve.ts";
import type { Files } from "../files/files.ts";
import { type OverlayFiles, overlayFiles } from "../files/overlay.ts";
import type { Finding } from "../findings/finding.ts";
import { type Project, runWith } from "../project.ts";
import { counted } from "../reporters/style.ts";
import { definitionUndescribed } from "../rules/definition-undescribed.ts";
import { ruleNames } from "../rules/index.ts";
import { sampleUndocumented } from "../rules/sample-undocumented.ts";
import { blamedFor } from "../suggestions/blamed.ts";
import { type Caution, type Lack, nameOfLack } from "../suggestions/lack.ts";
import { reportedLacks } from "../suggestions/reported.ts";
import { type Suggestions, suggestionsFor } from "../suggestions/suggest.ts";
import type { Edit } from "../text/edit.ts";
import { groupedBy } from "../text/grouped.ts";
import { Memory } from "../text/memory.ts";
import { UsageError } from "../usage-error.ts";
import type { CheckFlags } from "./check.ts";
import { changedTexts, editorOf, printChanges } from "./edited-texts.ts";
import { progressOn, type Terminal } from "./terminal.ts";

/** A row makes its object documented, and so what is beside it told of; more rounds than that are a circle. */
const MOST_ROUNDS = 16;
/** After that many trials of one round, what is still contradicted is left to people at once. */
const MOST_TRIALS = 8;

/**
 * `apiref lint --suggest`: the rows and definitions that would document what samples show and tables lack, as a unified
 * diff on standard output; with `verify`, what evidence has. Nothing is suggested that some other rule would tell of, but for descriptions that are to be
 * written. Writes no file; gives the exit code.
 */
export async function suggest(files: Files, terminal: Terminal, flags: CheckFlags): Promise<0> {
  refuseOthers(flags);
  const settings = resolveSettings(files, terminal.workingDirectory, flags, ruleNames);
  const progress = progressOn(terminal, flags.progress && !flags.quiet);
  const layer = overlayFiles(files);
  const memory = new Memory();
  const read = (tree: Files, with_: Settings): Promise<Project> =>
    runWith({ memory, linter: undefined }, tree, with_, { onStep: progress.step });
  const cautions = new Map<string, Caution>();
  let isRetryWorth = false;
  const counts = { rows: 0, definitions: 0, left: 0 };
  try {
    const before = await read(layer, unfiltered(settings));
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      const project = await read(layer, settings);
      const lacks = reportedLacks(project.places, project);
      const contradictionsIn = async (trial: OverlayFiles) =>
        contradictions(before, await read(trial, unfiltered(settings)), trial);
      const made = await settled(layer, project, lacks, cautions, contradictionsIn);
      counts.left = lacks.length - made.keyOf.size;
      if (made.edits.length === 0) {
        // What was contradicted before may agree with the rows that were added since.
        if (!isRetryWorth) break;
        isRetryWorth = false;
        cautions.clear();
        continue;
      }
      isRetryWorth = true;
      write(layer, made.edits);
      counts.rows += made.rows;
      counts.definitions += made.definitions;
    }
  } finally {
    progress.clear();
  }
  const changes = changedTexts(files, layer);
  printChanges(terminal, changes);
  if (!flags.quiet) {
    const { rows, definitions, left } = counts;
    if (left > 0)
      terminal.err(`left ${counted(left, "name")} of which a person has to decide; see the findings\n`);
    terminal.err(
      `suggests ${counted(rows, "row")} and ${counted(definitions, "definition")} in ${counted(changes.length, "file")}\n`,
    );
  }
  return 0;
}

/** All that lint finds, whatever is reported, and of what. */
function unfiltered(settings: Settings): Settings {
  return {
    ...settings,
    isWanted: () => true,
    baseline: undefined,
    changedSince: undefined,
    against: undefined,
  };
}

/** What an added row or definition brings that is no description to write, and no row to add in the next round. */
function contradictions(before: Project, now: Project, files: Files): Finding[] {
  const state = ({ apiRef, places }: Project): State => ({
    apiRef,
    findings: places,
    nameOf: (path) => path,
    isThere: (path) => files.status(path) !== undefined,
  });
  const asked: readonly string[] = [definitionUndescribed.name, sampleUndocumented.name];
  return newFindings(state(before), state(now)).filter(({ rule }) => !asked.includes(rule));
}

/** The suggestions for rows that tables lack, without those that are contradicted, of which `cautions` is told. */
async function settled(
  layer: OverlayFiles,
  { apiRef }: Project,
  lacks: readonly Lack[],
  cautions: Map<string, Caution>,
  contradictionsIn: (trial: OverlayFiles) => Promise<readonly Finding[]>,
): Promise<Suggestions> {
  const { isWritable } = editorOf(layer);
  for (let trials = 1; ; trials++) {
    const made = suggestionsFor(lacks, cautions, apiRef, isWritable);
    if (made.edits.length === 0) return made;
    const trial = overlayFiles(layer);
    write(trial, made.edits);
    const found = await contradictionsIn(trial);
    if (found.length === 0) return made;
    const blamed = new Set(found.flatMap((finding) => blamedFor(finding, made.keyOf, made.newKeys)));
    const isLast = trials >= MOST_TRIALS;
    for (const name of new Set([...(isLast ? made.keyOf.keys() : blamed)].map(nameOfLack)))
      cautions.set(name, cautions.has(name) || isLast ? "leave" : "own");
  }
}

function write(layer: OverlayFiles, edits: readonly Edit[]): void {
  const { realPath, isWritable, textsWith } = editorOf(layer);
  const byFile = groupedBy(edits, ({ span: { file } }) =>
    isWritable(file) ? realPath(file.path) : undefined,
  );
  layer.writeAll(textsWith(byFile));
}

/** Options that say how findings are printed or recorded, which are not. */
function refuseOthers(flags: CheckFlags): void {
  const others: readonly (readonly [string, unknown])[] = [
    ["--format", flags.format],
    ["--report", flags.reports],
    ["--statistics", flags.statistics],
    ["--update-baseline", flags.updateBaseline],
    ["--watch", flags.watch],
  ];
  const given = others.find(([, value]) => value !== undefined);
  if (given !== undefined)
    throw new UsageError(`\`--suggest\` prints a diff and no findings. Leave out \`${given[0]}\`.`);
}
