import { append } from "../text/append.ts";
import type { SourceFile } from "../text/source-file.ts";
import { span } from "../text/span.ts";
import { composeYaml, noReferences, unite } from "./yaml-compose.ts";
import type { YamlEntry, YamlMapping, YamlNode, YamlProblem, YamlReading } from "./yaml-node.ts";
import { readPlainEntry } from "./yaml-plain.ts";

/**
 * Reads a YAML file as PyYAML's SafeLoader would, but never gives up: where something is wrong, the entries at
 * the top level are read one by one, and each broken one gives a problem and what could be read of it.
 */
export function readYaml(file: SourceFile): YamlReading {
  const stretches = topLevelStretches(file.text);
  const plain = readPlainly(file, stretches);
  if (plain !== undefined) return plain;
  const whole = composeYaml(file, 0, file.text.length);
  return whole.problems.length === 0 ? whole : readEntries(file, stretches, whole);
}

/** Where a stretch of the text begins and ends; offsets. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a mapping at the left margin entry by entry, and only those that are not plain with the YAML parser;
 * undefined where it is not certain that this comes to the same as reading the whole.
 */
function readPlainly(file: SourceFile, stretches: readonly Stretch[]): YamlReading | undefined {
  const [first] = stretches;
  const last = stretches.at(-1);
  if (first === undefined || last === undefined || OTHER_LINE_END.test(file.text)) return undefined;
  if (!BEFORE_ENTRIES.test(file.text.slice(0, first.start)) || last.end !== file.text.length)
    return undefined;
  const entries: YamlEntry[] = [];
  const references = noReferences();
  let end = first.start;
  let contentEnd = first.start;
  for (const stretch of stretches) {
    if (stretch.start !== end) return undefined;
    end = stretch.end;
    const entry = readPlainEntry(file, stretch.start, stretch.end);
    if (entry !== undefined) {
      entries.push(entry);
      contentEnd = entry.value.span.end;
      continue;
    }
    // Whether a tab is a mistake depends on the lines round it.
    if (file.text.slice(stretch.start, stretch.end).includes("\t")) return undefined;
    const { root, problems } = composeYaml(file, stretch.start, stretch.end, references);
    if (problems.length > 0 || root?.kind !== "mapping" || root.span.start !== stretch.start)
      return undefined;
    for (const one of root.entries) entries.push(one);
    contentEnd = root.span.end;
  }
  return { root: { kind: "mapping", entries, span: span(file, first.start, contentEnd) }, problems: [] };
}

/** Line ends that PyYAML and the YAML parser do not agree on. */
const OTHER_LINE_END = /\r(?!\n)|[\x85\u2028\u2029]/;
/** Comments, blank lines and one document marker at most. */
const BEFORE_ENTRIES = /^(?: *(?:#.*)?\n)*(?:---\n(?: *(?:#.*)?\n)*)?$/;

/** Reads a text that has mistakes entry by entry, so that one costs nothing but its own entry. */
function readEntries(file: SourceFile, stretches: readonly Stretch[], whole: YamlReading): YamlReading {
  const roots: YamlNode[] = [];
  const problems: YamlProblem[] = [];
  const references = noReferences();
  for (const { start, end } of stretches) {
    const entry = composeYaml(file, start, end, references);
    append(problems, entry.problems.slice(0, 1));
    if (entry.root?.kind === "mapping") {
      // What a broken entry brings in beside itself is its own lines, taken for entries because of a tab or so.
      const entries = entry.problems.length > 0 ? entry.root.entries.slice(0, 1) : entry.root.entries;
      roots.push({ ...entry.root, entries });
    } else if (entry.root !== undefined && entry.problems.length === 0)
      problems.push({ fault: { kind: "no-entry" }, span: entry.root.span });
  }
  // What only the whole shows, such as a list at the top, or nothing but a second document.
  if (roots.length === 0) return { root: whole.root, problems: whole.problems.slice(0, 1) };
  return { root: unite(roots), problems: problems.length === 0 ? whole.problems.slice(0, 1) : problems };
}

/**
 * The stretches of a text that each begin with a line that is indented least: the entries of a mapping with what
 * is indented below them. `---` and `...` lines belong to none.
 */
function topLevelStretches(text: string): Stretch[] {
  const lines = [...text.matchAll(/^\uFEFF?( *)([^\s#:]\S*)/gm)];
  const outermost = lines.reduce((least, line) => Math.min(least, line[1]!.length), Number.POSITIVE_INFINITY);
  const stretches: { start: number; end: number }[] = [];
  let open = false;
  for (const line of lines) {
    // What stands above the first entry is a stretch of its own, however it is indented.
    if (line[1]!.length > outermost && stretches.length > 0) continue;
    const last = stretches.at(-1);
    if (open && last !== undefined) last.end = line.index;
    open = !/^(?:---|\.\.\.|%.*)$/.test(line[2]!);
    if (open) stretches.push({ start: line.index, end: text.length });
  }
  return stretches;
}

/** The entries that hold a mistake: from their key to the next one. */
export function brokenEntries({ entries }: YamlMapping, problems: readonly YamlProblem[]): Set<YamlEntry> {
  const broken = new Set<YamlEntry>();
  if (problems.length === 0) return broken;
  const inOrder = entries.toSorted((a, b) => a.key.span.start - b.key.span.start);
  let index = 0;
  for (const { span } of problems.toSorted((a, b) => a.span.start - b.span.start)) {
    while (index + 1 < inOrder.length && inOrder[index + 1]!.key.span.start <= span.start) index++;
    const entry = inOrder[index];
    if (entry !== undefined && entry.key.span.start <= span.start) broken.add(entry);
  }
  return broken;
}
