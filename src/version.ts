import { createRequire } from "node:module";

/** The version of this program, from its package.json (one folder above `src` and `dist` alike). */
export const version: string = createRequire(import.meta.url)("../package.json").version;
