import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { drawn, NO_BROWSER, openBrowser } from "../../scripts/lib/page/browser.mjs";
import { contents, index, type Previewing, previewing } from "../support/previewing.ts";

let browser: Browser | undefined;
let started: Previewing | undefined;
let page: Page;
/** What must not happen: dialogs, errors, requests to others. */
let mishaps: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  await page?.close();
  await started?.end();
});
afterAll(() => browser?.close());

/** Starts a preview and looks at it in a browser; where there is none the test is skipped, and says so. */
async function look(
  skip: (note: string) => void,
  texts: Readonly<Record<string, string>> = contents,
): Promise<Previewing> {
  if (browser === undefined) skip(NO_BROWSER);
  started = await previewing([], texts);
  page = await browser!.newPage({ viewport: { width: 1300, height: 700 } });
  mishaps = [];
  const { address } = started;
  page.on("pageerror", (error) => mishaps.push(error.message));
  page.on("console", (message) => {
    const text = message.text();
    // That a server has ended is no mistake of the page; and what Redoc lets through, the browser refuses.
    if (message.type() === "error" && !/ERR_|violates the following Content Security Policy/.test(text))
      mishaps.push(text);
  });
  page.on("dialog", (dialog) => {
    mishaps.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !/^(?:data|blob):/.test(request.url()))
      mishaps.push(request.url());
  });
  await page.goto(`${address}#/lamps/listlamps`);
  await drawn(page);
  await page
    .locator("#apiref-panel", { hasText: "infos" })
    .or(page.locator("#apiref-panel", { hasText: "info" }))
    .waitFor();
  return started;
}

const shows = (text: string) => page.locator("#apiref-page main", { hasText: text }).waitFor();
const panel = () => page.locator("#apiref-panel");

/** A tree whose page is long enough to be scrolled. */
const long = {
  ...contents,
  "/project/input/index.rst": index.replace(
    "Dims one.",
    `Dims one.\n\n${"More of it.\n\n".repeat(60)}The end of it.`,
  ),
};

test("a save is shown at the place where the reader is, and what it changed is marked", async ({ skip }) => {
  const { files } = await look(skip, long);
  await page.evaluate("location.hash = '/lamps/dimlamp'");
  await shows("The end of it.");
  const place = () => page.evaluate<number>("scrollY");
  const below = (): Promise<number> =>
    page
      .locator('[data-section-id="/lamps/dimlamp"]')
      .evaluate((section) => section.getBoundingClientRect().top);
  await expect.poll(below).toBeLessThan(50);
  const top = await place();
  await page.mouse.move(650, 200);
  await page.mouse.wheel(0, 900);
  await expect.poll(place).toBeGreaterThan(top + 800);
  const before = await place();
  files.save(
    "/project/input/index.rst",
    long["/project/input/index.rst"].replace("The end of it.", "The very end."),
  );
  await shows("The very end.");
  expect(Math.abs((await place()) - before)).toBeLessThan(5);
  await panel().locator("button", { hasText: "Dim a lamp" }).waitFor();
  const shadow = (id: string) =>
    page.evaluate<string>(
      `getComputedStyle(document.querySelector('[data-section-id="/lamps/${id}"]')).boxShadow`,
    );
  expect(await shadow("dimlamp")).toContain("inset");
  expect(await shadow("listlamps")).toBe("none");

  // An operation before the others, and another title of all: the whole is drawn anew, and the reader stays.
  const more = "Count lamps\n-----------\n\n.. rest_method:: GET /lamps/count\n\nCounts them.\n\n";
  files.save(
    "/project/input/index.rst",
    long["/project/input/index.rst"]
      .replace("Dim a lamp\n---", `${more}Dim a lamp\n---`)
      .replace("The end", "The last"),
  );
  await shows("The last of it.");
  expect(await page.evaluate("location.hash")).toBe("#/lamps/dimlamp");
  expect(mishaps).toEqual([]);
});

test("the reader follows an operation whose title, and so its address, is another", async ({ skip }) => {
  const { files } = await look(skip);
  await shows("Lists lamps.");
  files.save(
    "/project/input/index.rst",
    index.replace("List lamps\n----------", "Show all lamps\n--------------"),
  );
  await shows("Show all lamps");
  await expect.poll(() => page.evaluate("location.hash")).toBe("#/lamps/showalllamps");
  await shows("Lists lamps.");
  expect(mishaps).toEqual([]);
});

test("new findings come first, lead to their operation, and back", async ({ skip }) => {
  const { files } = await look(skip);
  files.save(
    "/project/input/index.rst",
    index.replace("limit: limit", "limit: limti").replace("POST /lamps", "POST /lamps/{id}"),
  );
  await panel().locator("text=new").first().waitFor();
  const entries = panel().locator("li");
  await expect.poll(() => entries.count()).toBeGreaterThan(1);
  expect(await entries.first().textContent()).toContain("input/index.rst:28:13 No definition for `limti`");
  expect(await entries.first().locator("mark").textContent()).toBe("limti");

  const other = panel().locator("li", { hasText: "{id}" }).first();
  await other.locator("button").click();
  await expect.poll(() => page.evaluate("location.hash")).toBe("#/lamps/dimlamp");
  expect(await other.getAttribute("aria-current")).not.toBeNull();
  const filter = panel().locator("button", { hasText: "Only of this operation" });
  await filter.click();
  await expect.poll(() => panel().locator("li", { hasText: "limti" }).count()).toBe(0);
  await filter.click();
  await panel().locator("li", { hasText: "limti" }).first().waitFor();

  files.save("/project/input/index.rst", index);
  await expect.poll(() => entries.count()).toBe(0);
  expect(mishaps).toEqual([]);
});

test("broken sources: the last good page stays, with what is wrong on top", async ({ skip }) => {
  const { files } = await look(skip);
  files.save("/project/input/apiref.config.yaml", "rulez: {}\n");
  const banner = page.locator("#apiref-broken");
  await banner.waitFor();
  expect(await banner.textContent()).toBe(
    "input/apiref.config.yaml:1: Unknown key `rulez`. Did you mean `rules`? The page shows the sources as they were before.",
  );
  await shows("List lamps");
  files.save("/project/input/apiref.config.yaml", "rules: {}\n");
  await banner.waitFor({ state: "hidden" });
  expect(mishaps).toEqual([]);
});

test("a microversion is chosen as in the page, and saves are shown at it", async ({ skip }) => {
  const parameters = "/project/input/parameters.yaml";
  const { files } = await look(skip, {
    ...contents,
    [parameters]: contents[parameters].replace("  in: query\n", "  in: query\n  min_version: 2.3\n"),
  });
  await shows("How many.");
  await page.getByLabel("Microversion").selectOption("2.2");
  await page.getByText("The API as it is at 2.2.").waitFor();
  await expect.poll(() => page.locator("main").textContent()).not.toContain("How many.");
  expect(page.url()).toContain("?microversion=2.2#/lamps/listlamps");
  files.save("/project/input/index.rst", index.replace("Lists lamps.", "Shows lamps."));
  await shows("Shows lamps.");
  expect(await page.locator("main").textContent()).not.toContain("How many.");

  files.save(parameters, contents[parameters].replace("  in: query\n", "  in: query\n  min_version: 2.4\n"));
  await expect
    .poll(() => page.getByLabel("Microversion").locator("option").allTextContents())
    .toEqual(["all", "2.4", "2.3"]);
  await page.reload();
  await page.getByText("There is no microversion 2.2; this is the API at all of them.").waitFor();
  await shows("How many.");
  expect(mishaps).toEqual([]);
});

test("nothing that the sources say runs", async ({ skip }) => {
  const evil = `"><img src=x onerror=alert(1)><script>alert(2)</script><a href="javascript:alert(3)">`;
  const { files } = await look(skip);
  files.save(
    "/project/input/index.rst",
    index
      .replace("limit: limit", `limit: ${evil}`)
      .replace("List lamps", `List ${evil}`)
      .replace("Lists lamps.", evil),
  );
  files.save(`/project/input/${evil.replaceAll("/", "_")}.inc`, evil);
  await panel().locator("li", { hasText: "onerror=alert(1)" }).first().waitFor();
  await shows("alert(2)");
  files.save("/project/input/apiref.config.yaml", `"${evil.replaceAll('"', "'")}": {}\n`);
  await page.locator("#apiref-broken", { hasText: "onerror" }).waitFor();
  expect(
    await page
      .locator("#apiref-panel :is(img, script, a), #apiref-bar :is(img, script, a), [href^=javascript]")
      .count(),
  ).toBe(0);
  expect(mishaps).toEqual([]);
});

test("says that the preview has ended; who closes the browser in the middle disturbs nobody", async ({
  skip,
}) => {
  const { files, end } = await look(skip);
  await page.close();
  files.save("/project/input/index.rst", index.replace("Lists lamps.", "Shows all."));
  page = await browser!.newPage();
  await page.goto(`${started!.address}#/lamps/listlamps`);
  await shows("Shows all.");
  expect(await end()).toMatchObject({ exitCode: 0, err: "" });
  await panel().locator("text=has ended").waitFor();
});
