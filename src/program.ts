/** What the build puts into one file: the command and the library, so that both are the same program. */
export * from "./index.ts";
export { runProcess } from "./process.ts";
