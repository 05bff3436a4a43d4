import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { drawn } from "./page/browser.mjs";
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
  const child = spawn(process.execPath, [cli, "preview", directory, "--no-progress"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = new Promise((resolve) => child.once("close", resolve));
  const address = await new Promise((resolve, reject) => {
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      printed += chunk;
      const [found] = /^http:\S+/m.exec(printed) ?? [];
      if (found !== undefined) resolve(found);
    });
    closed.then(() => reject(new Error(`ended: ${printed}`)));
  });
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
      const before = processorTime(child.pid);
      const startedAt = performance.timeOrigin + performance.now();
      save();
      const at = await shown;
      return { seconds: (at - startedAt) / 1000, processor: processorTime(child.pid) - before };
    },
    async end() {
      await page.close();
      child.kill("SIGINT");
      await closed;
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
