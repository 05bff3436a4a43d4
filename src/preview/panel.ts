import type { Finding, Severity } from "../findings/finding.ts";
import { type Cause, causesOf } from "../reporters/causes.ts";
import { sourceExcerpt } from "../reporters/excerpt.ts";
import { reportIdentities } from "../reporters/fingerprints.ts";
import { placeName } from "../reporters/place-name.ts";
import type { Report, ReportedFinding } from "../reporters/report.ts";
import { shownBy } from "../reporters/shown-by.ts";
import { visible } from "../text/visible.ts";
import type { Panel, PanelCause } from "./messages.ts";

/** So much of a source line is shown. */
const COLUMNS = 100;

/** What is known of findings from change to change. */
export interface Rounds {
  /** The change that is shown now; 0 for what is there when the preview begins. */
  readonly round: number;
  /** Identity of a finding → the change that it came with. */
  readonly since: ReadonlyMap<string, number>;
}

/** The findings of a report with the changes that they came with. */
export function roundsOf(report: Report, round: number, before?: Rounds): Rounds {
  const since = reportIdentities(report).map(
    (identity) => [identity, before?.since.get(identity) ?? round] as const,
  );
  return { round, since: new Map(since) };
}

/**
 * The findings as the page shows them, one entry a cause, those that came last first.
 *
 * @param operationId of an operation on the page; undefined where that does not show it
 */
export function panelOf(
  report: Report,
  { round, since }: Rounds,
  summary: string,
  operationId: (finding: Finding) => string | undefined,
): Panel {
  const ids = new Map(report.findings.map((finding, index) => [finding, reportIdentities(report)[index]!]));
  const roundOf = (finding: ReportedFinding): number => since.get(ids.get(finding)!) ?? 0;
  const causes = causesOf(report).map((cause): PanelCause => {
    const came = [cause.finding, ...cause.others].map(roundOf);
    return {
      id: ids.get(cause.finding)!,
      round: came.reduce((latest, one) => Math.max(latest, one)),
      ...shown(cause, operationId(cause.origin)),
    };
  });
  return { summary, round, causes: causes.sort((a, b) => b.round - a.round) };
}

function shown(
  { finding, origin, others }: Cause,
  id: string | undefined,
): Omit<PanelCause, "id" | "round"> & { readonly severity: Severity } {
  const { operation: name, severity, rule, message, fixable, related } = finding;
  const excerpt = sourceExcerpt(origin, COLUMNS);
  return {
    severity,
    rule,
    message: visible(message.replaceAll("\n", " ")),
    place: placeName(finding),
    ...(excerpt.text === "" ? {} : { excerpt }),
    fixable,
    ...(name === undefined
      ? {}
      : { operation: { name: visible(name), ...(id === undefined ? {} : { id }) } }),
    related: related.map((place) => ({
      place: placeName(place),
      message: visible(place.message.replaceAll("\n", " ")),
    })),
    ...(others.length === 0 ? {} : { shownBy: shownBy([finding, ...others], others) }),
  };
}
