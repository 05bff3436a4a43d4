import { spawn } from "node:child_process";

/** How long a person takes to read what is printed and to save again, in milliseconds: the command is at rest by then. */
const PAUSES = { first: 3000, later: 300 };

/**
 * Starts a command with `--watch` and waits for its first run.
 *
 * @param {readonly string[]} args
 * @returns {Promise<{ afterChange: (change: () => void) => Promise<number>, end: () => Promise<void> }>}
 *   `afterChange` makes a change and gives the seconds until the last line of the difference was printed
 */
export async function startWatching(args) {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const closed = new Promise((resolve) => child.once("close", resolve));
  let printed = "";
  let wake = () => {};
  child.stderr.setEncoding("utf8").on("data", (chunk) => {
    printed += chunk;
    wake();
  });
  closed.then(() => wake());
  const until = async (pattern) => {
    while (!pattern.test(printed)) {
      if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${printed}`);
      await new Promise((resolve) => {
        wake = resolve;
      });
    }
  };
  await until(/^watching/m);
  let pause = PAUSES.first;
  return {
    async afterChange(change) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = PAUSES.later;
      printed = "";
      const startedAt = performance.now();
      change();
      await until(/^\d+ errors?, .*\n/m);
      return (performance.now() - startedAt) / 1000;
    },
    async end() {
      child.kill("SIGINT");
      await closed;
    },
  };
}
