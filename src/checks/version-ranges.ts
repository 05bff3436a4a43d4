import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { compareVersions, parseVersion } from "../apiref/versions.ts";
import type { Draft } from "../findings/finding.ts";
import { remembered } from "../text/remembered.ts";

/** Two definitions of one property, of which the second follows on the first from a microversion on. */
interface Succession {
  readonly before: Definition;
  readonly after: Definition;
}

/** A property that is away for longer was taken out, and came back. */
const LONGEST_GAP = 3;

/**
 * The findings of properties that one definition describes up to a microversion and another one from a microversion on, where
 * both hold at some, or none does at one in between.
 */
export function* brokenSuccessions({ documents }: ApiRef): Iterable<Draft> {
  const told = new Map<Definition, Set<Definition>>();
  for (const { operations } of documents)
    for (const operation of operations)
      for (const { before, after } of successions(operation)) {
        const known = told.get(before) ?? new Set();
        told.set(before, known);
        if (known.has(after)) continue;
        known.add(after);
        const draft = judge(before, after);
        if (draft !== undefined) yield draft;
      }
}

/** Rows of one name that stand one below the other in a table, the first up to a microversion and the second from one on. */
const successions = remembered(({ rows }: Operation): readonly Succession[] =>
  rows.flatMap((row, index) => {
    const next = rows[index + 1];
    if (next === undefined || !areVariants(row, next)) return [];
    const [before, after] = [row.definition, next.definition];
    if (before === undefined || after === undefined || before === after) return [];
    return isFirst(before, after)
      ? [{ before, after }]
      : isFirst(after, before)
        ? [{ before: after, after: before }]
        : [];
  }),
);

function areVariants(row: ParameterRow, next: ParameterRow): boolean {
  return (
    row.name === next.name && row.table === next.table && row.side === next.side && row.level === next.level
  );
}

/** Whether a definition ends and the other begins, and neither holds within the other's bounds alone. */
function isFirst(before: Definition, after: Definition): boolean {
  if (before.maxVersion === undefined || after.minVersion === undefined || before.in !== after.in)
    return false;
  if (parseVersion(before.maxVersion) === undefined || parseVersion(after.minVersion) === undefined)
    return false;
  const beginsBefore =
    before.minVersion === undefined || compareVersions(before.minVersion, after.minVersion) < 0;
  const endsAfter =
    after.maxVersion === undefined || compareVersions(before.maxVersion, after.maxVersion) < 0;
  return beginsBefore && endsAfter;
}

function judge(before: Definition, after: Definition): Draft | undefined {
  const [max, min] = [before.maxVersion!, after.minVersion!];
  const [last, first] = [parseVersion(max)!, parseVersion(min)!];
  if (last[0] !== first[0]) return undefined;
  const between = first[1] - last[1] - 1;
  if (between === 0 || Math.abs(between) > LONGEST_GAP) return undefined;
  const next = `${last[0]}.${last[1] + 1}`;
  const where =
    between === 1
      ? `at ${next}`
      : between > 0
        ? `from ${next} on`
        : between === -1
          ? `at ${min}`
          : `from ${min} to ${max}`;
  const [field, other] = [after.fields.get("min_version"), before.fields.get("max_version")];
  return {
    message: `\`${after.key}\` begins with ${min}, and \`${before.key}\`, which it follows, ends with ${max}: ${where} ${between > 0 ? "neither is" : "both are"} there. Write \`min_version: ${next}\`, or correct the \`max_version\`.`,
    span: field?.valueSpan ?? after.keySpan,
    severity: "warning",
    related: [{ span: other?.valueSpan ?? before.keySpan, message: "the one before it" }],
  };
}
