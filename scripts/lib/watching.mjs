import { startPrinting } from "./printing.mjs";

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
  const command = startPrinting(args, "stderr");
  await command.until(/^watching/m);
  let pause = PAUSES.first;
  return {
    async afterChange(change) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = PAUSES.later;
      command.forget();
      const startedAt = performance.now();
      change();
      await command.until(/^\d+ errors?, .*\n/m);
      return (performance.now() - startedAt) / 1000;
    },
    end: command.end,
  };
}
