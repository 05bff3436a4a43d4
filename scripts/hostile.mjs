// Lets the built program read trees that mean harm, under conditions that nobody wishes for: npm run hostile [-- WORD …]
// With words only the cases whose names hold one of them. Each file of scripts/hostile is one kind of harm: a table of cases.
import { readdirSync } from "node:fs";
import { box } from "./hostile/lib/box.mjs";
import { Skipped } from "./hostile/lib/expect.mjs";

const words = process.argv.slice(2);
const folder = new URL("./hostile/", import.meta.url);
const kinds = readdirSync(folder)
  .filter((name) => name.endsWith(".mjs"))
  .sort();
const print = (text) => process.stdout.write(`${text}\n`);

let run = 0;
const failed = [];
for (const kind of kinds) {
  const { cases } = await import(new URL(kind, folder).href);
  for (const [name, check] of Object.entries(cases)) {
    const title = `${kind.replace(".mjs", "")}: ${name}`;
    if (words.length > 0 && !words.some((word) => title.includes(word))) continue;
    const place = box();
    run++;
    try {
      await check(place);
      place.leftNothing();
      print(`ok       ${title}`);
    } catch (error) {
      if (error instanceof Skipped) print(`skipped  ${title}: ${error.message}`);
      else {
        failed.push(title);
        print(`FAILED   ${title}\n${String(error.message).replace(/^/gm, "         ")}`);
      }
    } finally {
      place.remove();
    }
  }
}
print(`\n${run} cases, ${failed.length} failed`);
process.exitCode = failed.length === 0 && run > 0 ? 0 : 1;
