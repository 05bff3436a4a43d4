/**
 * What is kept from one reading of a tree to the next, so that only what changed is read and worked out again; a run from
 * nothing begins with an empty one. What comes of a run is the same whatever is in it.
 *
 * Each kind of work that keeps something has a part of its own, whose comment says what it earns. Two things are kept
 * outside of it: what a pure function gives for an object that never changes, which lives and goes with the object
 * (`remembered.ts`), and with it what depends on more than the object, as long as that is the same (`recollection.ts`).
 */
export class Memory {
  readonly #parts = new Map<() => unknown, unknown>();

  /** The part that `make` makes when it is first asked for. */
  part<Part>(make: () => Part): Part {
    if (!this.#parts.has(make)) this.#parts.set(make, make());
    return this.#parts.get(make) as Part;
  }
}
