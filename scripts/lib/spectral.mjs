import spectralCore from "@stoplight/spectral-core";
import spectralRulesets from "@stoplight/spectral-rulesets";
import { pointerStep } from "./problem.mjs";

/**
 * Lints with Spectral's `oas` rules.
 *
 * @param {object} document
 * @returns {Promise<import("./problem.mjs").Problem[]>}
 */
export async function spectralProblems(document) {
  const spectral = new spectralCore.Spectral();
  spectral.setRuleset({ extends: [[spectralRulesets.oas, "recommended"]] });
  const results = await spectral.run(document);
  return results.map(({ code, message, path, severity }) => ({
    consumer: "spectral",
    severity: severity === 0 ? "error" : "warning",
    rule: String(code),
    message,
    pointer: path.map(pointerStep).join(""),
  }));
}
