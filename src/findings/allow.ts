import type { Span } from "../text/span.ts";
import type { Finding } from "./finding.ts";

/** A single fact that is meant as it is, and so is not reported. */
export interface Allowed {
  readonly rule: string;
  /** `POST /v2/share-replicas`. */
  readonly operation?: string;
  /** What the finding names: the text at its place, or a name in backticks in its message. */
  readonly name?: string;
  readonly reason: string;
  /** Where the entry stands in the configuration. */
  readonly span: Span;
}

/** The findings that are not allowed, and the entries that allow none. */
export function withoutAllowed(
  findings: readonly Finding[],
  allowed: readonly Allowed[],
): { readonly kept: readonly Finding[]; readonly unused: readonly Allowed[] } {
  if (allowed.length === 0) return { kept: findings, unused: [] };
  const used = new Set<Allowed>();
  const kept = findings.filter((finding) => {
    const matching = allowed.filter((entry) => allows(entry, finding));
    for (const entry of matching) used.add(entry);
    return matching.length === 0 || !coversAll(matching, finding);
  });
  return { kept, unused: allowed.filter((entry) => !used.has(entry)) };
}

function allows({ rule, operation, name }: Allowed, finding: Finding): boolean {
  return (
    rule === finding.rule &&
    (operation === undefined || operation === finding.operation) &&
    (name === undefined || isNamed(name, finding))
  );
}

/** Whether entries allow each of the names that a finding lists. */
function coversAll(entries: readonly Allowed[], { names = [] }: Finding): boolean {
  const allowed = new Set(entries.map(({ name }) => name));
  return allowed.has(undefined) || names.every((name) => allowed.has(name));
}

function isNamed(name: string, { message, span: { file, start, end } }: Finding): boolean {
  return (
    (end - start === name.length && file.text.startsWith(name, start)) || message.includes(`\`${name}\``)
  );
}
