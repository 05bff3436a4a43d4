/** Puts a value behind those of the same key. */
export function addTo<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

/** The values by their key, keys in the order of their first value; values whose key is undefined are left out. */
export function groupedBy<Value, Key>(
  values: Iterable<Value>,
  key: (value: Value) => Key | undefined,
): Map<Key, [Value, ...Value[]]> {
  const groups = new Map<Key, [Value, ...Value[]]>();
  for (const value of values) {
    const name = key(value);
    if (name !== undefined) addTo(groups, name, value);
  }
  return groups;
}
