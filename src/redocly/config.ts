import type { RawUniversalConfig } from "@redocly/openapi-core";
import type { RuleSettings } from "../findings/severity.ts";

/** What the names of Redocly's rules begin with among ours. */
export const redoclyPrefix = "openapi/";

/**
 * Rules of Redocly's `recommended` set that do not run unless somebody asks for them, each with the reason: what
 * they find is a trait of OpenStack's APIs or is not in the sources at all, or is reported better by a rule of ours.
 */
export const switchedOff: Readonly<Record<string, string>> = {
  "no-ambiguous-paths":
    "OpenStack routes `/shares/detail` before `/shares/{share_id}`; nobody can change these URLs any more.",
  "operation-4xx-response":
    "Where the sources list no error code there is none to emit, and none is invented. Thousands of operations.",
  "operation-2xx-response":
    "`status-codes-missing` finds operations without a success code in the sources; what remains answers with 300 by design, such as the list of API versions.",
  "no-illogical-composition-keywords":
    "An api-ref composes no schemas: each `allOf`, `anyOf` and `oneOf` is written by this program, and no author can mend one.",
  "info-license": "An api-ref names no licence; the configuration file may.",
  "info-license-strict": "An api-ref names no licence, hence no URL of one; the configuration file may.",
  "tag-description":
    "A tag is a section; many sections have no prose between their title and their first operation.",
  "no-required-schema-properties-undefined":
    "An operation requires names of its resource's schema beside the reference to it. Where a list holds several schemas, Redocly asks each of them for the names that one requires.",
  "no-invalid-media-type-examples":
    "`sample-type`, `sample-required`, `sample-enum`, `sample-format` and `sample-undocumented` compare each sample with its schema and stand at the line of the sample.",
  "no-invalid-schema-examples": "Samples are examples of media types; no schema has one of its own.",
  "no-invalid-parameter-examples": "Samples are examples of media types; no parameter has one of its own.",
};

/** The configuration under which a generated document is linted: `recommended`, then our reasons, then people's settings. */
export function redoclyConfig(settings: RuleSettings): RawUniversalConfig {
  const rules: Record<string, "error" | "warn" | "off"> = {};
  for (const name of Object.keys(switchedOff)) rules[name] = "off";
  for (const [name, severity] of settings) {
    if (!name.startsWith(redoclyPrefix)) continue;
    // Redocly knows no `info`; such findings get their severity when they are mapped back.
    const known = severity === "error" || severity === "off" ? severity : "warn";
    rules[name.slice(redoclyPrefix.length)] = known;
  }
  return { extends: ["recommended"], rules };
}
