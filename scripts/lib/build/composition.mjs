/**
 * What Redocly's rule `no-illogical-composition-keywords` asks of the members of one `oneOf`, `anyOf` or `allOf`, without
 * holding each member against each other one. `redocly-changes.mjs` puts it in.
 */

/**
 * For each member the position of the first one that equals it: its own where none before does.
 *
 * @param {readonly unknown[]} members plain JSON
 * @returns {number[]}
 */
export function firstEquals(members) {
  const firsts = new Map();
  return members.map((member, index) => {
    const key = JSON.stringify(member, withSortedKeys);
    const first = firsts.get(key) ?? index;
    firsts.set(key, first);
    return first;
  });
}

/** Objects are equal whatever the order of their keys. */
function withSortedKeys(_key, value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * For each member the later ones that the rule may find to overlap with it, in their order: those that name a property
 * which it names as well, or that accept null, list values, or name no properties, as it does. Of two members of which
 * none of that is true the rule says nothing, unless there is a discriminator.
 *
 * @param {readonly ({ readonly schema: Record<string, unknown> } | undefined)[]} members
 * @param {boolean} all whether each is to be held against each other one
 * @param {{ acceptsNull: (schema: object) => boolean; values: (schema: object) => unknown }} ask
 * @returns {(index: number) => number[]}
 */
export function laterAlike(members, all, { acceptsNull, values }) {
  const traits = members.map((member) => {
    if (member === undefined) return [];
    if (all) return ["all"];
    const { schema } = member;
    return [
      ...Object.keys(schema.properties ?? {}).map((name) => `property ${name}`),
      ...(acceptsNull(schema) ? ["null"] : []),
      ...(values(schema) ? ["values"] : []),
      ...(schema.properties ? [] : ["no properties"]),
    ];
  });
  const having = new Map();
  for (const [index, names] of traits.entries())
    for (const name of names) {
      if (!having.has(name)) having.set(name, []);
      having.get(name).push(index);
    }
  return (index) => {
    const later = new Set();
    for (const name of traits[index])
      for (const other of having.get(name)) if (other > index) later.add(other);
    return [...later].sort((a, b) => a - b);
  };
}
