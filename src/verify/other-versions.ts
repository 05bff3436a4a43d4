import type { ParameterRow } from "../apiref/model.ts";
import { compareVersions, parseVersion } from "../apiref/versions.ts";
import { type BodyComparison, chapterKey, holderName, pathText } from "./comparison.ts";
import type { Stranger } from "./known-strangers.ts";
import { strangerFact } from "./stranger-facts.ts";

/** Tells of a property that rows name at other microversions than those of the evidence. */
export function tellOtherVersions(
  stranger: Stranger,
  rows: readonly ParameterRow[],
  comparison: BodyComparison,
): void {
  const { path, name } = stranger;
  const full = [...path, name];
  const [row] = rows as [ParameterRow];
  const isOptional = comparison.kind === "document" && !stranger.seen.required.has(name);
  if (isOptional && isLackingIn(rows, name, comparison)) return;
  const fact = strangerFact(stranger, comparison, row);
  comparison.facts.add({
    ...fact,
    key: `${fact.key} versions`,
    ...(isOptional ? { severity: "info" as const } : {}),
    says: `\`${pathText(full)}\` is documented ${boundsText(row)}, and the ${comparison.body.side} has it at others.`,
    advice: "Correct `min_version` and `max_version`, or add a row for the others.",
    kin: {
      key: `${chapterKey(comparison.body.operation)} ${holderName(full)} ${name} versions`,
      name,
      saysOfAll: (_, count) =>
        `\`${name}\` is documented ${boundsText(row)}, and ${count} bodies have it at others.`,
      adviceForAll: "Correct `min_version` and `max_version`, or add a row for the others.",
      here: "here, too",
    },
  });
}

/** `from microversion \`2.53\` on`, as the row or its definition says it. */
function boundsText(row: ParameterRow): string {
  const min = row.definition?.minVersion ?? row.minVersion;
  const max = row.definition?.maxVersion ?? row.maxVersion;
  const to = max === undefined ? " on" : ` to \`${max}\``;
  return min === undefined ? `up to microversion \`${max}\`` : `from microversion \`${min}\`${to}`;
}

/** Whether a sample that was taken after the last version of all rows lacks the property, too: its schema merely keeps it. */
function isLackingIn(rows: readonly ParameterRow[], name: string, { body }: BodyComparison): boolean {
  const ends = rows.map((row) => row.definition?.maxVersion ?? row.maxVersion);
  return body.samples.some(
    ({ sample: { asOf, text } }) =>
      asOf !== undefined &&
      ends.every(
        (end) => end !== undefined && parseVersion(end) !== undefined && compareVersions(asOf, end) > 0,
      ) &&
      !text.includes(`"${name}"`),
  );
}
