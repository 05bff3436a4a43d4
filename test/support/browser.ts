import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { hasBrowser, NO_BROWSER, openBrowser, openPage } from "../../scripts/lib/page/browser.mjs";
import { pageOf } from "../../src/commands/page.ts";
import { resolveSettings } from "../../src/config/resolve.ts";
import type { ExampleTree } from "../../src/findings/rule.ts";
import { runProject } from "../../src/project.ts";
import { ruleNames } from "../../src/rules/index.ts";
import { ROOT, treeOf } from "./project.ts";

/** Whether the machine has a browser, which is said once where it has none. */
export const isThere = hasBrowser();
if (!isThere) process.stderr.write(`${NO_BROWSER}\n`);

let browser: Browser | undefined;
let directory: string;

/** A browser, and a folder for pages, while the tests of one file run: the modules of several files are one. */
export function useBrowser(): void {
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "page-"));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(directory, { recursive: true, force: true });
  });
}

/** Writes the page of a tree; gives its address. */
export async function writePage(name: string, tree: ExampleTree): Promise<string> {
  const { files } = treeOf(tree);
  const settings = resolveSettings(files, ROOT, { source: ROOT }, ruleNames);
  const project = await runProject(files, settings, { lintsDocument: false });
  return writeHtml(name, pageOf(files, project, "/out/openapi.html", "openapi.yaml"));
}

/** Writes a page; gives its address. */
export function writeHtml(name: string, html: string): string {
  const file = join(directory, `${name}.html`);
  writeFileSync(file, html);
  return `file://${file}`;
}

/** Opens an address in a context of its own. */
export function open(
  url: string,
  options?: BrowserContextOptions,
  sign?: string,
): ReturnType<typeof openPage> {
  return openPage(browser!, url, options, sign);
}
