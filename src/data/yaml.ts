import type { SourceFile } from "../text/source-file.ts";
import { type Anchors, composeYaml, unite } from "./yaml-compose.ts";
import type { YamlEntry, YamlMapping, YamlNode, YamlProblem, YamlReading } from "./yaml-node.ts";

/**
 * Reads a YAML file as PyYAML's SafeLoader would, but never gives up: where something is wrong, the entries at
 * the top level are read one by one, and each broken one gives a problem and what could be read of it.
 */
export function readYaml(file: SourceFile): YamlReading {
  const whole = composeYaml(file, 0, file.text.length);
  if (whole.problems.length === 0) return whole;

  const roots: YamlNode[] = [];
  const problems: YamlProblem[] = [];
  const anchors: Anchors = new Map();
  for (const { start, end } of topLevelStretches(file.text)) {
    const entry = composeYaml(file, start, end, anchors);
    // One mistake leads the parser to several errors; the first is where it happened.
    problems.push(...entry.problems.slice(0, 1));
    if (entry.root?.kind === "mapping") {
      // What a broken entry brings in beside itself is its own lines, taken for entries because of a tab or so.
      const entries = entry.problems.length > 0 ? entry.root.entries.slice(0, 1) : entry.root.entries;
      roots.push({ ...entry.root, entries });
    } else if (entry.root !== undefined && entry.problems.length === 0)
      problems.push({ message: "a line that is no `key: value`", span: entry.root.span });
  }
  // What only the whole shows, such as a list at the top, or nothing but a second document.
  if (roots.length === 0) return { root: whole.root, problems: whole.problems.slice(0, 1) };
  return { root: unite(roots), problems: problems.length === 0 ? whole.problems.slice(0, 1) : problems };
}

/**
 * The stretches of a text that each begin with a line that is indented no more than the first one: the entries of
 * a mapping with what is indented below them. `---` and `...` lines belong to none.
 */
function topLevelStretches(text: string): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  let outermost: number | undefined;
  let open = false;
  for (const line of text.matchAll(/^\uFEFF?( *)([^\s#:]\S*)/gm)) {
    const indent = line[1]!.length;
    outermost ??= indent;
    if (indent > outermost) continue;
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
