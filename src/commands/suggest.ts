import { lackingRows } from "../checks/lacking-rows.ts";
import type { Files } from "../files/files.ts";
import { type OverlayFiles, overlayFiles } from "../files/overlay.ts";
import { type Project, runProject } from "../project.ts";
import { counted } from "../reporters/style.ts";
import { sampleUndocumented } from "../rules/sample-undocumented.ts";
import { lacksOf } from "../suggestions/lack.ts";
import { type Suggestions, suggestionsFor } from "../suggestions/suggest.ts";
import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { UsageError } from "../usage-error.ts";
import { type CheckFlags, checkTree } from "./check.ts";
import { changedTexts, editorOf, printChanges } from "./edited-texts.ts";
import type { Terminal } from "./terminal.ts";

/** A row makes its object documented, and so what is beside it told of; more rounds than that are a circle. */
const MOST_ROUNDS = 8;

/**
 * `apiref lint --suggest`: the rows and definitions that would document what samples show and tables lack, as a unified
 * diff on standard output. Writes no file; gives the exit code.
 */
export async function suggest(files: Files, terminal: Terminal, flags: CheckFlags): Promise<0> {
  refuseOthers(flags);
  const layer = overlayFiles(files);
  let rows = 0;
  let definitions = 0;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const project = await checkTree(layer, terminal, flags, (tree, settings, options) =>
      runProject(tree, settings, { ...options, lintsDocument: false }),
    );
    const made = write(layer, suggestionsOf(project));
    if (made === undefined) break;
    rows += made.rows;
    definitions += made.definitions;
  }
  const changes = changedTexts(files, layer);
  printChanges(terminal, changes);
  if (!flags.quiet)
    terminal.err(
      `suggests ${counted(rows, "row")} and ${counted(definitions, "definition")} in ${counted(changes.length, "file")}\n`,
    );
  return 0;
}

/** What the reported findings ask for. */
export function suggestionsOf({ findings, apiRef, bodies }: Project): Suggestions {
  const reported = new Set(
    findings
      .filter(({ rule }) => rule === sampleUndocumented.name)
      .map(({ span }) => `${span.file.path} ${span.start}`),
  );
  const isReported = ({ file, start }: Span) => reported.has(`${file.path} ${start}`);
  const { ofDefinitions, ofTables } = lackingRows({ apiRef, bodies });
  const lacking = [
    ...ofDefinitions
      .map(({ lacks }) => lacks)
      .filter(([first]) => isReported(first!.inside!.definition!.keySpan)),
    ...ofTables.filter(([first]) => isReported(first!.row.span)),
  ];
  return suggestionsFor(lacksOf(lacking.flat(), bodies), apiRef);
}

/** Makes the edits; undefined where there are none to make. */
export function write(layer: OverlayFiles, suggestions: Suggestions): Suggestions | undefined {
  const { realPath, isWritable, textsWith } = editorOf(layer);
  const byFile = new Map<string, Edit[]>();
  for (const edit of suggestions.edits) {
    if (!isWritable(edit.span.file)) continue;
    const path = realPath(edit.span.file.path);
    byFile.set(path, [...(byFile.get(path) ?? []), edit]);
  }
  if (byFile.size === 0) return undefined;
  layer.writeAll(textsWith(byFile));
  return suggestions;
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
