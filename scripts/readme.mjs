// Writes the table of rules into README.md from the rules themselves: npm run readme
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { catalogue } from "../src/rules/index.ts";
import { rulesInReadme } from "./lib/rules-in-readme.mjs";

const file = fileURLToPath(new URL("../README.md", import.meta.url));
writeFileSync(file, rulesInReadme(readFileSync(file, "utf8"), catalogue));
