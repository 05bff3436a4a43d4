// Loaded into a process with `node --import`: at its end, writes the most memory that it ever held to the file that
// PEAK_MEMORY_FILE names, in KiB.
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

if (isMainThread)
  process.on("exit", () =>
    writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS)),
  );
