import { append } from "../text/append.ts";
import { remembered } from "../text/remembered.ts";
import { didYouMean } from "../text/similar.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { Finding } from "./finding.ts";
import { type RuleChoice, settingAt } from "./override.ts";
import type { RuleMetadata } from "./rule.ts";

const MARK = "apiref-disable-next-line";

/** A comment that switches rules off for one line. */
interface Suppression {
  /** The line it speaks of: the next one that is neither blank nor such a comment. */
  readonly line: number;
  readonly rules: readonly { readonly name: string; readonly span: Span }[];
}

/** The rule that `suppress` itself reports. */
export const suppressionUnused: RuleMetadata<"suppression-unused"> = {
  name: "suppression-unused",
  group: "reading",
  severity: "warning",
  fixable: false,
  wholeTree: true,
  summary: "a comment that switches off a rule that does not exist, or that finds nothing there",
  explanation: `A comment \`.. apiref-disable-next-line RULE: why\` (RST) or \`# apiref-disable-next-line RULE: why\` (YAML, and the
rows of a directive) keeps a rule from reporting the next line. What a rule finds in a JSON sample, which has no comments, is
switched off above the \`literalinclude\` that brings the sample in, or above the definition that the sample contradicts; what
several samples show of a definition, above it or above the \`literalinclude\` of each. Where the
rule has nothing to report, the comment stays behind and would hide the next mistake. Remove it, or correct the rule's name.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. apiref-disable-next-line «url-malformed»
.. rest_method:: GET /widgets
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. apiref-disable-next-line url-malformed
.. rest_method:: GET widgets
`,
  },
};

/** What `suppress` is told beside the findings. */
export interface SuppressOptions extends RuleChoice {
  /** The rules that there are; any name below `openapi/` is taken as one. */
  readonly ruleNames: readonly string[];
  /** Whether all documents were read, so that a comment without effect has none at all. */
  readonly wholeTree: boolean;
  /** Whether this run looks for what a rule finds. */
  readonly isRun: (rule: string) => boolean;
  /** Where a sample is brought into a document. */
  readonly includedAt: (file: SourceFile) => readonly Span[];
}

/**
 * Leaves out the findings whose line is spoken of by a comment in its file, for samples also at the places that explain the
 * finding and at those that bring the sample in; and reports the comments that
 * leave out nothing. A comment for a rule that is off is left alone: it has a use when the rule is on.
 */
export function suppress(
  findings: readonly Finding[],
  files: Iterable<SourceFile>,
  { ruleNames, wholeTree, isRun, includedAt, ...choice }: SuppressOptions,
): Finding[] {
  const byFile = new Map<string, ReturnType<typeof byLine>>();
  for (const file of files) {
    const suppressions = readSuppressions(file);
    if (suppressions.length > 0) byFile.set(file.path, byLine(suppressions));
  }
  if (byFile.size === 0) return [...findings];

  const used = new Set<Span>();
  const commentsAt = (file: SourceFile, line: number, rule: string): Span[] => {
    const rules = byFile.get(file.path)?.get(line) ?? [];
    return rules.filter(({ name }) => name === rule).map(({ span }) => span);
  };
  const kept = findings.filter((finding) => {
    const { rule, span } = finding;
    const comments = byFile.has(span.file.path)
      ? commentsAt(span.file, span.file.positionAt(span.start).line, rule)
      : [];
    for (const { file, start } of furtherPlaces(finding, includedAt)) {
      if (!byFile.has(file.path)) continue;
      const { line } = file.positionAt(start);
      append(comments, commentsAt(file, line, rule));
      const key = isYaml(file) ? definitionLine(file, line) : line;
      if (key !== line) append(comments, commentsAt(file, key, rule));
    }
    // What several samples show of a definition is left out where each of them is spoken of.
    const ofSamples = samplesOf(finding).map((file) =>
      includedAt(file).flatMap((place) =>
        byFile.has(place.file.path)
          ? commentsAt(place.file, place.file.positionAt(place.start).line, rule)
          : [],
      ),
    );
    for (const comment of [...comments, ...ofSamples.flat()]) used.add(comment);
    return comments.length === 0 && (ofSamples.length === 0 || ofSamples.some((own) => own.length === 0));
  });

  const severity = choice.rules.get(suppressionUnused.name) ?? suppressionUnused.severity;
  if (severity === "off" || !wholeTree) return kept;
  const known = new Set(ruleNames);
  for (const lines of byFile.values())
    for (const { name, span } of [...lines.values()].flat()) {
      if (used.has(span) || settingAt(choice, name, span.file.path) === "off") continue;
      if (known.has(name) && !isRun(name)) continue;
      const message =
        known.has(name) || name.startsWith("openapi/")
          ? `\`${name}\` finds nothing on the line below. Remove the comment.`
          : `There is no rule \`${name}\`.${didYouMean(name, ruleNames) || " `apiref rules` lists them."}`;
      kept.push({ rule: suppressionUnused.name, severity, message, span });
    }
  return kept;
}

/** What comments switch off, by the line that they speak of; several may speak of one. */
function byLine(suppressions: readonly Suppression[]): Map<number, Suppression["rules"][number][]> {
  const lines = new Map<number, Suppression["rules"][number][]>();
  for (const { line, rules } of suppressions) {
    const known = lines.get(line);
    if (known === undefined) lines.set(line, [...rules]);
    else append(known, rules);
  }
  return lines;
}

/** Where a comment can speak of a finding beside its own place: JSON has no comments, so for a sample there are others. */
function furtherPlaces({ span, related = [] }: Finding, includedAt: SuppressOptions["includedAt"]): Span[] {
  if (!isSample(span.file)) return [];
  return [...related.map((place) => place.span), ...includedAt(span.file)];
}

/** The samples that a finding at a definition or a row is made of; none for what stands in a sample itself. */
function samplesOf({ span, related = [] }: Finding): SourceFile[] {
  if (isSample(span.file)) return [];
  return [...new Set(related.map((place) => place.span.file).filter(isSample))];
}

function isSample({ path }: SourceFile): boolean {
  return path.endsWith(".json");
}

/** The line of the key of the definition that a line belongs to. */
function definitionLine(file: SourceFile, line: number): number {
  let key = line;
  while (key > 1 && /^(?:[ \t#]|$)/.test(file.lineText(key))) key--;
  return key;
}

function isYaml({ path }: SourceFile): boolean {
  return /\.ya?ml$/.test(path);
}

/**
 * The suppression comments of a file: `# …` in YAML, `.. …` in RST; in RST also `# …`, for the rows of
 * `rest_parameters` and `rest_status_code` are YAML.
 */
const readSuppressions = remembered((file: SourceFile): readonly Suppression[] => {
  if (!file.text.includes(MARK)) return [];
  const yaml = isYaml(file);
  if (!yaml && !/\.(rst|inc|txt)$/.test(file.path)) return [];
  const comment = yaml
    ? /^[ \t]*#[ \t]*apiref-disable-next-line(?=[ \t]|$)/
    : /^[ \t]*(?:#|\.\.)[ \t]+apiref-disable-next-line(?=[ \t]|$)/;
  const lines = file.lineStarts.map((start, index) => ({ start, text: file.lineText(index + 1) }));

  const found: Suppression[] = [];
  // From the last line up, so that the line a comment speaks of is known when the comment is met.
  let spokenOf = 0;
  for (let index = lines.length - 1; index >= 0; index--) {
    const { start, text } = lines[index]!;
    const match = text.includes(MARK) ? comment.exec(text) : null;
    if (match === null) {
      if (text.trim() !== "") spokenOf = index + 1;
      continue;
    }
    const names = [...rulesIn(text.slice(match[0].length)).matchAll(/[^\s,]+/g)];
    const rules = names.map((name) => {
      const at = start + match[0].length + name.index;
      return { name: name[0], span: { file, start: at, end: at + name[0].length } };
    });
    found.push({ line: spokenOf, rules });
  }
  return found.reverse();
});

/** The names before the reason: `sample-type, sample-enum: the service says so`. */
function rulesIn(text: string): string {
  const colon = text.indexOf(":");
  return colon === -1 ? text : text.slice(0, colon);
}
