/** Functions that are asked for what a result depends on, by name. */
type Questions = Readonly<Record<string, (...args: never[]) => unknown>>;

/** A question that was asked, and the answer. */
interface Asked {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly answer: unknown;
}

interface Entry {
  readonly place: readonly unknown[];
  readonly asked: readonly Asked[];
  readonly result: unknown;
}

/**
 * What was last made of single objects, together with all questions that were asked on the way. As long as the answers
 * are the same, so is the result: the very object, by which what was made of it is known in turn.
 */
export class Recollection<Key extends object, Asks extends Questions = Record<never, never>> {
  readonly #known = new WeakMap<Key, Entry>();

  /**
   * @param place all that `make` depends on beside the key and the answers; compared by identity
   * @param asks answers may be objects or lists, of which what they hold is compared by identity; they are asked again
   *   in any case
   */
  recall<Result>(key: Key, place: readonly unknown[], asks: Asks, make: (asks: Asks) => Result): Result {
    const known = this.#known.get(key);
    if (
      known !== undefined &&
      isSameList(known.place, place) &&
      known.asked.every((one) => isStill(one, asks))
    )
      return known.result as Result;
    const asked: Asked[] = [];
    const noting = Object.entries(asks).map(([name, ask]) => [
      name,
      (...args: never[]) => {
        const answer = ask(...args);
        asked.push({ name, args, answer });
        return answer;
      },
    ]);
    const result = make(Object.fromEntries(noting));
    this.#known.set(key, { place, asked, result });
    return result;
  }
}

function isStill({ name, args, answer }: Asked, asks: Questions): boolean {
  return isSame(asks[name]!(...(args as never[])), answer);
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return isSameList(a, b);
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => (a as Record<string, unknown>)[key] === (b as Record<string, unknown>)[key])
  );
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
