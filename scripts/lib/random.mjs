/**
 * Numbers that look random and come again with the same seed (mulberry32).
 *
 * @typedef {object} Random
 * @property {(below: number) => number} whole a whole number from 0
 * @property {<Item>(items: readonly Item[]) => Item} one
 * @property {<Item>(items: readonly Item[]) => Item[]} shuffled
 */

/** @param {string} seed a text, such as the number of a run and what it is for @returns {Random} */
export function randomOf(seed) {
  let state = 0x9e3779b9;
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0), 0x85ebca6b) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below) => Math.floor(next() * below);
  return {
    whole,
    one: (items) => items[whole(items.length)],
    shuffled(items) {
      const left = [...items];
      for (let last = left.length - 1; last > 0; last--) {
        const other = whole(last + 1);
        [left[last], left[other]] = [left[other], left[last]];
      }
      return left;
    },
  };
}
