import { chmodSync, existsSync, writeFileSync } from "node:fs";

/** Makes a script that leaves a trace; gives its path, and whether it has run. */
export function trap(place) {
  const script = place.at("command.sh");
  writeFileSync(script, `#!/bin/sh\ntouch '${place.at("ran")}'\ncat 2>/dev/null\n`);
  chmodSync(script, 0o755);
  return { script, hasRun: () => existsSync(place.at("ran")) };
}
