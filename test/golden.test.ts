import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { build } from "../src/index.ts";
import { serialize } from "../src/openapi/serialize.ts";

/**
 * A folder is a test: `golden/<case>/source` gives `openapi.yaml`, `openapi.map.json` and `findings.txt` beside it, and
 * `as-of-<version>.yaml` where that file is there. `GOLDEN=write npx vitest run test/golden.test.ts` writes them anew.
 */
const GOLDEN = fileURLToPath(new URL("golden", import.meta.url));
const WRITE = process.env.GOLDEN === "write";

test.each(readdirSync(GOLDEN))("golden/%s", async (name) => {
  const folder = join(GOLDEN, name);
  const wanted: Record<string, string> = {};
  const { document, findings, sourceMap } = await build({
    source: join(folder, "source"),
    workingDirectory: folder,
  });
  wanted["openapi.yaml"] = serialize(document, "yaml");
  wanted["openapi.map.json"] = `${JSON.stringify(sourceMap, null, 1)}\n`;
  wanted["findings.txt"] = findings
    .map(
      ({ file, line, column, severity, rule, message }) =>
        `${file}:${line}:${column} ${severity} ${rule}\n  ${message}\n`,
    )
    .join("");
  for (const file of readdirSync(folder)) {
    const version = /^as-of-(.*)\.yaml$/.exec(file)?.[1];
    if (version === undefined) continue;
    const asOf = await build({
      source: join(folder, "source"),
      workingDirectory: folder,
      microversion: version,
    });
    wanted[file] = serialize(asOf.document, "yaml");
  }
  if (WRITE) {
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of Object.entries(wanted)) writeFileSync(join(folder, file), text);
  }
  const there = readdirSync(folder).filter((file) => file !== "source");
  expect(there.sort()).toEqual(Object.keys(wanted).sort());
  for (const [file, text] of Object.entries(wanted)) {
    expect(existsSync(join(folder, file)), `${file} is missing; see the comment above`).toBe(true);
    expect(readFileSync(join(folder, file), "utf8"), file).toBe(text);
  }
});
