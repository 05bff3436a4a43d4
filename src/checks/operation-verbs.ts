/** The kinds of operations by the verbs that name them; what a verb of another kind says is another operation. */
const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    create: "create add",
    delete: "delete remove",
    read: "list show get retrieve view",
    update: "update modify change",
  }).flatMap(([kind, verbs]) => verbs.split(" ").map((verb) => [verb, kind] as const)),
);

/**
 * What kind of operation a title or a sentence tells of by its first word: `Creates a widget` → `create`. Another verb
 * stands for itself; undefined for two kinds (`Create or update`).
 */
export function operationKind(text: string): string | undefined {
  const [first = "", second = ""] = text
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  if (/^(?:or|and|\/)$/.test(second) || /[^a-z]/.test(first)) return undefined;
  const stems = [first, first.replace(/s$/, ""), first.replace(/es$/, "")];
  const known = stems.find((stem) => KINDS.has(stem));
  return known === undefined ? first.replace(/s$/, "") : KINDS.get(known);
}

/** Whether it is one of the kinds that exclude one another; other words need not be verbs. */
export function isPlainKind(kind: string | undefined): boolean {
  return kind !== undefined && [...KINDS.values()].includes(kind);
}
