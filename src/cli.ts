#!/usr/bin/env node
import { loadBundle } from "./files/bundle.ts";
import { optimizeLate } from "./files/engine.ts";
import { startWorker } from "./redocly/thread.ts";
import { UsageError } from "./usage-error.ts";

// What watches does the same many times, and begins once.
if (!process.argv.includes("--watch")) optimizeLate(process.versions.v8);
// Redocly takes longest to load, so it begins first, in a thread of its own. These commands lint a document with it.
const [, , command = "", ...others] = process.argv;
const lints =
  ["build", "lint", "pre-commit", "init"].includes(command) &&
  !others.includes("--help") &&
  !others.includes("-h");
const worker = lints ? startWorker() : undefined;
try {
  const { runProcess } = loadBundle<typeof import("./program.ts")>("program");
  await runProcess(worker);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`apiref: ${error.message}\n`);
  process.exitCode = 2;
}
