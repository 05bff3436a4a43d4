/**
 * A function of one object that keeps what it gave for as long as the object lives. For pure functions of what does not
 * change: with `--watch`, what did not change since the last run is the same object, and need not be looked at again.
 */
export function remembered<Key extends object, Result>(make: (key: Key) => Result): (key: Key) => Result {
  const known = new WeakMap<Key, { readonly result: Result }>();
  return (key) => {
    let entry = known.get(key);
    if (entry === undefined) {
      entry = { result: make(key) };
      known.set(key, entry);
    }
    return entry.result;
  };
}
