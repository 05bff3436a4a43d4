import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { diskFiles } from "../../src/files/disk.ts";
import { run } from "../support/run.ts";

const workingDirectory = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const verify = (...argv: string[]) =>
  run(diskFiles(), ["verify", "input", "--against", "test/verify/replicas.har", ...argv], {
    workingDirectory,
  });

test("holds the example against a small log", async () => {
  const { exitCode, out, err } = await verify("--format", "json");
  expect(exitCode).toBe(1);
  const { findings, summary } = JSON.parse(out);
  expect(
    findings.map((one: { rule: string; file: string; line: number; message: string; related: object[] }) => [
      one.rule,
      `${one.file}:${one.line}`,
      one.message,
      one.related.map((place) => Object.values(place).join(" ")),
    ]),
  ).toMatchSnapshot();
  expect(summary.evidence).toMatchSnapshot();
  expect(err).toContain("test/verify/replicas.har: 6 of 7 exchanges matched");
});

test("prints nothing that may be secret", async () => {
  for (const format of ["pretty", "json", "sarif", "junit", "github", "gitlab", "checkstyle"]) {
    const { out, err } = await verify("--format", format);
    expect(out + err).not.toMatch(/not-to-be-shown|hidden|reports"|7d2f1c9a4b8e/);
  }
});
