import { expect, test } from "vitest";
import { scalarOffsets } from "../../src/data/scalar-offsets.ts";
import { readYaml } from "../../src/data/yaml.ts";
import { SourceFile } from "../../src/text/source-file.ts";

test.each([
  ["plain", "Some moons,\n  all of\n\n  them."],
  ["folded", ">-\n  Some moons,\n  all of\n\n    them.\n"],
  ["in single quotes", "'It''s a ''moon'',\n  a\\b.'"],
  ["in double quotes", '"A \\"moon\\"\\n\\tof\\\n  \\ two \\\\ at\n  most."'],
])("of a scalar %s", (_, written) => {
  const file = new SourceFile("a.yaml", `moon: ${written}\n`);
  const root = readYaml(file).root;
  const value = root?.kind === "mapping" ? root.entries[0]!.value : undefined;
  if (value?.kind !== "scalar") throw new Error("no scalar");
  const raw = file.text.slice(value.span.start, value.span.end);
  const offsets = scalarOffsets(value.text, raw);
  const visible = [...value.text.matchAll(/\S/g)];
  expect(offsets?.size).toBe(visible.length);
  for (const { 0: character, index } of visible) expect(raw[offsets!.get(index)!]).toBe(character);
  expect([...offsets!.values()]).toEqual([...offsets!.values()].toSorted((a, b) => a - b));
});

test("of none where a character is written as its number", () => {
  expect(scalarOffsets("a moon", '"a \\x6doon"')).toBeUndefined();
});
