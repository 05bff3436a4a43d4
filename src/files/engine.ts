import { setFlagsFromString } from "node:v8";

/**
 * Flags that make V8 optimize functions later than it does by itself, by V8's major version; each was tried with the Node
 * that brings that version. V8 prints an error for a flag that it does not know, and names change between versions, so any
 * other version is left as it is.
 */
const FLAGS: Readonly<Record<string, string>> = {
  // Node 20; how much bytecode a function runs before V8 considers it, about eight times the default
  11: "--interrupt-budget=1000000",
  // Node 22, 24 and 26; how often a function is called before V8 compiles it with either compiler
  12: "--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=100000",
  13: "--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=100000",
  14: "--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=100000",
};

/**
 * Has V8 optimize functions later, in all threads. Most functions of a run that takes a second are done before they have
 * been optimized: the compiler took up to half of all processor time, beside the work. What runs long enough, as on a tree
 * ten times the size of a large one, is still optimized.
 *
 * To be called before code is compiled or taken from what was kept of it (`bundle.ts`), for V8 takes none that was
 * compiled under other flags.
 *
 * @param v8 the version of V8: `11.3.244.8-node.33`
 */
export function optimizeLate(v8: string): void {
  const flags = FLAGS[v8.split(".")[0] ?? ""];
  for (const flag of flags?.split(" ") ?? []) setFlagsFromString(flag);
}
