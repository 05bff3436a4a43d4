import { setFlagsFromString } from "node:v8";

/**
 * Has V8 optimize functions later than it does by itself, in all threads. Most functions of a run that takes a second
 * are done before they have been optimized: the compiler took a third of all processor time, beside the work. What runs
 * long enough, as on a tree ten times the size of a large one, is still optimized.
 *
 * To be called before code is compiled or taken from what was kept of it (`bundle.ts`), for V8 takes none that was
 * compiled under other flags.
 */
export function optimizeLate(): void {
  // how much bytecode a function runs before V8 considers it: about eight times the default
  setFlagsFromString("--interrupt-budget=1000000");
}
