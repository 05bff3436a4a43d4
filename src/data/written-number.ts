const WRITTEN: unique symbol = Symbol("written numbers");

/** An object or list in which some numbers are written otherwise than JavaScript writes them: key or index → text. */
interface WithWritten {
  [WRITTEN]?: ReadonlyMap<string, string>;
}

/** A number as JSON has it (RFC 8259, section 6). */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The number that a text of digits stands for; the largest there is where none is large enough, for JSON has no infinity. */
export function numberOf(text: string): number {
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, Number(text)));
}

/** Whether a text is a number that JavaScript would write in another way: `1.10`, `-0`, `1e400`, `18446744073709551615`. */
export function isWrittenOtherwise(text: string): boolean {
  return String(Number(text)) !== text && NUMBER.test(text);
}

/**
 * Notes how a number in an object or list was written, and gives the holder. Everybody else sees the number that JavaScript
 * makes of it; what is written out shows the text. A copy (`{ ...object }`) has the notes too; where it holds another
 * number by then, they count for nothing.
 *
 * @param key of an object, or the index in a list
 * @param text what was written, which need be no number
 */
export function noteWritten<T extends object>(holder: T, key: string | number, text: string): T {
  return isWrittenOtherwise(text) ? noteAllWritten(holder, new Map([[String(key), text]])) : holder;
}

/** Notes several at once: key or index → text. */
export function noteAllWritten<T extends object>(holder: T, texts: ReadonlyMap<string, string>): T {
  const known = (holder as WithWritten)[WRITTEN];
  if (texts.size > 0)
    (holder as WithWritten)[WRITTEN] = known === undefined ? texts : new Map([...known, ...texts]);
  return holder;
}

/** How the number under a key was written; undefined where JavaScript writes it so as well. */
export function writtenAt(holder: object, key: string | number): string | undefined {
  const text = (holder as WithWritten)[WRITTEN]?.get(String(key));
  const number = (holder as Readonly<Record<string, unknown>>)[key];
  return text !== undefined && number === numberOf(text) ? text : undefined;
}

/** Gives a list or object that holds a part of another's values under the same keys what is known of how they are written. */
export function keepWritten<T extends object>(from: object, to: T): T {
  return noteAllWritten(to, (from as WithWritten)[WRITTEN] ?? new Map());
}

/** The values of lists one after another, once each, as they are written; so numbers beyond 2^53 are told apart. */
export function uniteLists<T>(...lists: readonly (readonly T[])[]): T[] {
  const united: T[] = [];
  const texts = new Map<string, string>();
  const known = new Set<unknown>();
  for (const list of lists)
    for (const [index, value] of list.entries()) {
      const text = writtenAt(list, index);
      const isRounded = text !== undefined && !(Math.abs(Number(text)) <= Number.MAX_SAFE_INTEGER);
      const identity = isRounded ? `number ${text}` : value;
      if (known.has(identity)) continue;
      known.add(identity);
      if (text !== undefined) texts.set(String(united.length), text);
      united.push(value);
    }
  return noteAllWritten(united, texts);
}

/** The values at some places, holder and key of each, as they are written. */
export function gatherValues<T>(places: Iterable<readonly [holder: object, key: string | number]>): T[] {
  const values: T[] = [];
  const texts = new Map<string, string>();
  for (const [holder, key] of places) {
    const text = writtenAt(holder, key);
    if (text !== undefined) texts.set(String(values.length), text);
    values.push((holder as Readonly<Record<string, T>>)[key]!);
  }
  return noteAllWritten(values, texts);
}

/**
 * The key of an object in a map by JSON texts, in which objects that only differ in how numbers are written are apart.
 *
 * @param objectOf the object of an entry
 * @param prefix what tells equal objects apart
 */
export function jsonKey<T>(
  object: object,
  known: ReadonlyMap<string, T>,
  objectOf: (entry: T) => object,
  prefix = "",
): string {
  let key = prefix + JSON.stringify(object);
  for (let entry = known.get(key); entry !== undefined; entry = known.get(key)) {
    if (isWrittenAlike(objectOf(entry), object)) break;
    key += " ";
  }
  return key;
}

/** Whether two values that are the same JSON to JavaScript are written the same. */
export function isWrittenAlike(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return true;
  const [own, other] = [(a as WithWritten)[WRITTEN], (b as WithWritten)[WRITTEN]];
  for (const key of new Set([...(own?.keys() ?? []), ...(other?.keys() ?? [])]))
    if (writtenAt(a, key) !== writtenAt(b, key)) return false;
  for (const key in a)
    if (!isWrittenAlike((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
      return false;
  return true;
}
