import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

/** Where Debian's package `chromium` puts it; another place by the variable CHROMIUM. */
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** What to print where no browser is. */
export const NO_BROWSER = `No browser at ${executablePath} (Debian's package chromium): the page was not looked at.`;

/** Whether there is one. */
export function hasBrowser() {
  return existsSync(executablePath);
}

/**
 * Starts a browser; undefined where there is none.
 *
 * @returns {Promise<import("playwright-core").Browser | undefined>}
 */
export async function openBrowser() {
  if (!hasBrowser()) return undefined;
  // The sandbox of Chromium does not work for root, as which containers run.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args });
}

/**
 * Opens a page file and tells what happens that must not: requests to anywhere but the file, errors, dialogs.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {import("playwright-core").BrowserContextOptions} [options]
 * @param {string} [sign] what is there when the page is ready
 */
export async function openPage(browser, url, options = {}, sign = DRAWN) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, ...options });
  const page = await context.newPage();
  /** @type {string[]} */
  const mishaps = [];
  page.on("console", (message) => {
    if (message.type() === "error") mishaps.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => mishaps.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    mishaps.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) mishaps.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  await page.waitForSelector(sign, { state: "attached" });
  return { page, mishaps, close: () => context.close() };
}

const DRAWN = "#apiref-page main :is(h1, h2)";

/** Waits until Redoc has drawn. @param {import("playwright-core").Page} page */
export async function drawn(page) {
  await page.waitForSelector(DRAWN);
}
