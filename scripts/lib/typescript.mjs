// Lets scripts import the program's sources: node --import ./scripts/lib/typescript.mjs SCRIPT
// Newer Node strips types by itself.
import { register } from "node:module";

if (!process.features.typescript) register("./strip-types.mjs", import.meta.url);
