import { fingerprints, identifyingText } from "../findings/fingerprint.ts";
import type { Report } from "./report.ts";

/** The fingerprints of a report's findings, one for one. */
export function reportFingerprints({ findings, origins }: Report): string[] {
  return fingerprints(
    findings.map((finding, index) => ({ ...finding, text: identifyingText(origins[index]!.span) })),
  );
}
