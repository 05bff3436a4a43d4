// Makes the image of the README from output/openapi.html: npm run screenshot
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { NO_BROWSER, openBrowser, openPage } from "./lib/page/browser.mjs";
import { home } from "./lib/trees.mjs";

const browser = await openBrowser();
if (browser === undefined) {
  process.stdout.write(`${NO_BROWSER}\n`);
  process.exitCode = 1;
} else
  try {
    mkdirSync(join(home, ".github"), { recursive: true });
    const url = `file://${join(home, "output/openapi.html")}#/share-replicas/createsharereplica`;
    const { page } = await openPage(browser, url, { viewport: { width: 1280, height: 800 } });
    // until the index of the search is made, the field says so
    await page.waitForTimeout(2000);
    await page.screenshot({ path: join(home, ".github/page.png") });
  } finally {
    await browser.close();
  }
