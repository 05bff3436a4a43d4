import type { Operation, StatusRow } from "../apiref/model.ts";
import type { Prose } from "../apiref/prose.ts";

/** Whether a documented code is one of HTTP (RFC 9110, section 15); what is none is a finding. */
export function isHttpCode(code: string): boolean {
  return /^[1-5]\d\d$/.test(code);
}

/**
 * The numbers that an operation documents as codes and that are none of HTTP, each with its reason, as CommonMark: codes of the
 * service's own, which its answers hold. Undefined where there are none.
 */
export function ownCodes({ statuses }: Operation, prose: Prose): string | undefined {
  const own = statuses.filter(({ code }) => /^-?\d+$/.test(code) && !isHttpCode(code));
  if (own.length === 0) return undefined;
  const items = new Set(own.map((status) => item(status, prose)));
  return `Codes that the sources name and that are none of HTTP:\n\n${[...items].join("\n")}`;
}

function item(
  { code, kind, description = "", explanation = "", phrase = "" }: StatusRow,
  prose: Prose,
): string {
  const said = prose.text(description || explanation) || phrase;
  const label = `- \`${code}\` (${kind})`;
  return said === "" ? label : `${label}: ${said.replace(/\n(?=.)/g, "\n  ")}`;
}
