import { createRequire } from "node:module";

/** The version of this program, from its package.json; the build puts it in its place. */
export const version: string = createRequire(import.meta.url)("#package").version;
