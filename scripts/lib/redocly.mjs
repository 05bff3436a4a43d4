import { BaseResolver, createConfig, lintDocument, Source } from "@redocly/openapi-core";

/**
 * Lints with Redocly's whole `recommended` set: nothing of it is switched off, unlike in the product's own run.
 *
 * @param {object} document
 * @returns {Promise<import("./problem.mjs").Problem[]>}
 */
export async function redoclyProblems(document) {
  const config = await createConfig({ extends: ["recommended"] });
  const externalRefResolver = new BaseResolver(config.resolve);
  const parsed = { source: new Source("openapi.json", ""), parsed: document };
  const problems = await lintDocument({ document: parsed, config, externalRefResolver });
  return problems.map(({ ruleId, message, location, severity }) => ({
    consumer: "redocly",
    severity: severity === "error" ? "error" : "warning",
    rule: ruleId,
    message: message.replace(/\s+/g, " "),
    pointer: (location[0]?.pointer ?? "").replace(/^#\/?/, "/"),
  }));
}
