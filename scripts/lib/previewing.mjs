import { readFileSync } from "node:fs";
import { drawn } from "./page/browser.mjs";
import { startPrinting } from "./printing.mjs";
import { cli } from "./trees.mjs";

/** How long a person takes to look and to save again, in milliseconds: the command is at rest by then. */
const PAUSES = { first: 4000, later: 1000 };

/**
 * Starts `apiref preview` of a tree and looks at its page in a browser.
 *
 * @param {string} directory
 * @param {import("playwright-core").Browser} browser
 * @returns {Promise<{ afterSave: (operation: string, text: string, save: () => void) => Promise<{ seconds: number, processor: number }>, end: () => Promise<void> }>}
 *   `afterSave` shows an operation, saves, and gives the seconds until the text was in the document of the page,
 *   and those of the processor that the command took for it
 */
export async function startPreview(directory, browser) {
  const command = startPrinting([cli, "preview", directory, "--no-progress"], "stdout");
  const [, address] = await command.until(/^(http:\S+) shows/m);
  const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
  await page.goto(address);
  await drawn(page);
  let pause = PAUSES.first;
  return {
    async afterSave(operation, text, save) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `/of/${operation}`);
      await page.waitForSelector(`[data-section-id$="/${operation}" i]`);
      await page.waitForTimeout(pause);
      pause = PAUSES.later;
      const shown = page.evaluate(
        (wanted) =>
          new Promise((resolve) => {
            const main = document.querySelector("#apiref-page main");
            const look = () => {
              if (!main.textContent.includes(wanted)) return;
              observer.disconnect();
              resolve(performance.timeOrigin + performance.now());
            };
            const observer = new MutationObserver(look);
            observer.observe(main, { childList: true, subtree: true, characterData: true });
          }),
        text,
      );
      await page.evaluate("0"); // the observer is there
      const before = processorTime(command.pid);
      const startedAt = performance.timeOrigin + performance.now();
      save();
      const at = await shown;
      return { seconds: (at - startedAt) / 1000, processor: processorTime(command.pid) - before };
    },
    async end() {
      await page.close();
      await command.end();
    },
  };
}

/** The seconds that a process has had of the processor (proc(5)); not a number where nobody tells. */
function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}
