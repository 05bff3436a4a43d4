#!/usr/bin/env node
import { loadBundle } from "./files/bundle.ts";

const { runProcess } = loadBundle<typeof import("./process.ts")>("process") ?? (await import("./process.ts"));
await runProcess();
