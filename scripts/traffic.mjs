// Writes the recorded traffic of real services as HAR logs, to hold their api-refs against: npm run traffic -- DIR
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { harOf } from "./lib/traffic.mjs";
import { shared } from "./lib/trees.mjs";

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error("Name the folder to write to.");
mkdirSync(directory, { recursive: true });
const fixtures = join(shared, "fixtures");
for (const file of readdirSync(fixtures).filter((name) => name.endsWith(".json"))) {
  const service = basename(file, ".json");
  const log = harOf(service, JSON.parse(readFileSync(join(fixtures, file), "utf8")));
  const target = join(directory, `${service}.har`);
  writeFileSync(target, `${JSON.stringify(log, undefined, 1)}\n`);
  process.stdout.write(`${target}: ${log.log.entries.length} exchanges\n`);
}
