import { operationName } from "../apiref/targets.ts";
import type { Finding } from "../findings/finding.ts";
import type { Lack } from "./lack.ts";

/**
 * The added rows that a finding is there for: those of a name that its message quotes, in its operation if any is there. A
 * definition that was made is the same for all rows that look it up.
 *
 * @param keyOf the rows that were added, with their keys
 * @param made the keys of the definitions that were made
 */
export function blamedFor(
  { message, operation, span, related = [] }: Finding,
  keyOf: ReadonlyMap<Lack, string>,
  made: ReadonlySet<string>,
): Lack[] {
  const quoted = [...message.matchAll(/`([^`]*)`/g)].map(([, text]) => text!);
  const names = new Set(quoted.flatMap((text) => [text, ...text.split(".")]));
  const lacks = [...keyOf.keys()];
  const named = lacks.filter((lack) => names.has(lack.path.at(-1)!) || names.has(keyOf.get(lack)!));
  const ofOperation = (some: readonly Lack[]) =>
    some.filter((lack) => operationName(lack.operation) === operation);
  const parents = new Set(
    quoted.filter((text) => text.includes(".")).map((text) => text.slice(0, text.lastIndexOf("."))),
  );
  const files = new Set([span, ...related.map((place) => place.span)].map(({ file }) => file.path));
  const exact = lacks.filter(({ path }) => quoted.includes(path.join(".")));
  const beside = lacks.filter(({ path }) => parents.has(path.slice(0, -1).join(".")));
  const candidates = [
    ofOperation(exact),
    exact,
    ofOperation(beside),
    ofOperation(named),
    named,
    ofOperation(lacks),
    lacks.filter(({ row }) => files.has(row.span.file.path)),
    lacks,
  ];
  const blamed = candidates.find((some) => some.length > 0) ?? [];
  const keys = new Set(blamed.map((lack) => keyOf.get(lack)!).filter((key) => made.has(key)));
  return lacks.filter((lack) => blamed.includes(lack) || keys.has(keyOf.get(lack)!));
}
