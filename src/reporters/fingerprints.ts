import { fingerprints, type Identity, identities } from "../findings/fingerprint.ts";
import { identifyingText } from "../findings/same.ts";
import { remembered } from "../text/remembered.ts";
import type { Report } from "./report.ts";

/** The fingerprints of a report's findings, one for one. */
export function reportFingerprints(report: Report): string[] {
  return fingerprints(identifiable(report));
}

/** What tells a report's findings apart from run to run, one for one. */
export const reportIdentities = remembered((report: Report): readonly string[] =>
  identities(identifiable(report)),
);

function identifiable({ findings, origins }: Report): Identity[] {
  return findings.map((finding, index) => ({ ...finding, text: identifyingText(origins[index]!.span) }));
}
