import { enumeratedNames } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";
import type { Finding } from "./finding.ts";

/**
 * The findings as people are told of them: those of one rule, severity and cause are one, at the first place, with all the
 * others as related ones. Comments, `allow`, the baseline and the comparison with an earlier state look at each by itself,
 * so they come before.
 */
export function joined(findings: readonly Finding[]): Finding[] {
  const groups = groupedBy(findings.entries(), ([index, { rule, severity, cause }]) =>
    cause === undefined ? `${index}` : JSON.stringify([rule, severity, cause]),
  );
  return [...groups.values()].map((group) => withoutRepeats(joinedOne(group.map(([, finding]) => finding))));
}

/** A finding without the related places that say of a line what is said of it already. */
function withoutRepeats(finding: Finding): Finding {
  const { related = [] } = finding;
  const said = new Set<string>();
  const kept = related.filter(({ span, message }) => {
    const { file, start } = span;
    // The message counts the places of the others, so all of them are named.
    const place = message === HERE_TOO ? start : file.positionAt(start).line;
    const key = JSON.stringify([file.path, place, message]);
    const isNew = !said.has(key);
    said.add(key);
    return isNew;
  });
  return kept.length === related.length ? finding : { ...finding, related: kept };
}

const HERE_TOO = "here, too";

/** What the others are called, or else how many there are. */
function saidOf(others: readonly Finding[]): string {
  const names = others.flatMap(({ called }) => called ?? []);
  return names.length === others.length
    ? `for ${enumeratedNames(names)}`
    : `at ${others.length} more ${others.length === 1 ? "place" : "places"}`;
}

function joinedOne(all: readonly Finding[]): Finding {
  const [first, ...others] = all as [Finding, ...Finding[]];
  if (others.length === 0) return first;
  // Definitions that move to one place have one edit.
  const edits = [...new Set(all.flatMap((finding) => finding.edits ?? []))];
  return {
    ...first,
    message: `${first.message} The same ${saidOf(others)}.`,
    related: [
      ...(first.related ?? []),
      ...others.flatMap(({ span, related = [] }) => [{ span, message: HERE_TOO }, ...related]),
    ],
    ...(edits.length === 0 ? {} : { edits }),
  };
}
