import { createRequire } from "node:module";

/**
 * Loads a module of Node that few runs need, when it is needed: `node:crypto` takes longer to load than some trees to
 * read.
 */
export const builtin = createRequire(import.meta.url);
