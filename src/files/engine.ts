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
  setInterruptBudget(1_000_000);
}

/** Has V8 optimize as early as it does by itself, for a program that does the same many times. */
export function optimizeSoon(): void {
  setInterruptBudget(67_584);
}

/** How much bytecode a function runs before V8 considers it; in Node 20 it is 66 KiB. */
function setInterruptBudget(bytes: number): void {
  setFlagsFromString(`--interrupt-budget=${bytes}`);
}
