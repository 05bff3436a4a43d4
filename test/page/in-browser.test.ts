import { describe, expect, test } from "vitest";
import { drawn } from "../../scripts/lib/page/browser.mjs";
import { lookAt, navigation } from "../../scripts/lib/page/look.mjs";
import { isThere, open, useBrowser, writePage } from "../support/browser.ts";

useBrowser();

const operation = (title: string, method: string, url: string, more = "") =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method} ${url}\n\n${more}Normal response codes: 200\n\n`;

const SAMPLE = (name: string) =>
  `**Example ${name}**\n\n.. literalinclude:: samples/${name}.json\n   :language: javascript\n\n`;

const LAMPS =
  "Lamps\n=====\n\nWhat gives light.\n\n" +
  operation(
    "Show lamp",
    "GET",
    "/v2/lamps/{id}",
    `Response\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - hue: hue\n\n${SAMPLE("red")}${SAMPLE("blue")}`,
  ) +
  operation("Dim lamp", "POST", "/v2/lamps/{id}/action", `Request\n~~~~~~~\n\n${SAMPLE("dim")}`) +
  operation(
    "Break lamp",
    "POST",
    "/v2/lamps/{id}/action",
    `.. versionadded:: 2.4\n\nError response codes: 404\n\nRequest\n~~~~~~~\n\n${SAMPLE("break")}`,
  );

const TREE = {
  "index.rst": LAMPS,
  "parameters.yaml":
    "hue: {in: body, type: string, required: true, min_version: 2.3, description: The colour.}\n",
  "apiref.config.yaml": "sourceUrl: https://example.org/{file}#L{line}\n",
  "samples/red.json": '{"hue": "red"}',
  "samples/blue.json": '{"hue": "blue", "of": [1, {"a": null}]}',
  "samples/dim.json": '{"dim": {"to": 3}}',
  "samples/break.json": '{"break": null}',
};

describe.skipIf(!isThere)("in a browser", () => {
  test("each documented operation is in the navigation and on the page, with its own samples", async () => {
    const { page, mishaps, close } = await open(await writePage("all", TREE));
    const links = (await navigation(page)).map(({ href }) => href);
    expect(links).toEqual(["#/", "#/lamps", "#/lamps/showlamp", "#/lamps/dimlamp", "#/lamps/breaklamp"]);
    const seen = [];
    for (const href of links.slice(2)) seen.push(await lookAt(page, href));
    expect(seen.map((one) => one && [one.inView, one.heading])).toEqual([
      [true, "Show lamp"],
      [true, "Dim lamp"],
      [true, "Break lampsince 2.4"],
    ]);
    const samples = seen.map((one) => one!.samples.map((text) => text.replace(/\s/g, "")));
    expect(samples[0]).toEqual(
      expect.arrayContaining(['{"hue":"red"}', '{"hue":"blue","of":[1,{"a":null}]}']),
    );
    expect(samples[1]).toContain('{"dim":{"to":3}}');
    expect(samples[1]).not.toContain('{"break":null}');
    expect(samples[2]).toContain('{"break":null}');
    expect(mishaps).toEqual([]);
    await close();
  });

  test("a path is shown without what tells its operations apart; an operation links to its lines", async () => {
    const { page, close } = await open(`${await writePage("path", TREE)}#/lamps/breaklamp`);
    const section = page.locator("[data-section-id='/lamps/breaklamp']").first();
    await section.getByText("/v2/lamps/{id}/action").first().waitFor();
    expect(await section.textContent()).not.toContain("#breakLamp");
    const source = section.getByRole("link", { name: "Source of this section" });
    expect(await source.getAttribute("href")).toBe("https://example.org/index.rst#L45");
    await close();
  });

  test("a microversion is chosen, the address keeps it, and back is back", async () => {
    const url = await writePage("versions", TREE);
    const { page, mishaps, close } = await open(`${url}#/lamps/showlamp`);
    const names = () => page.locator(".menu-content a[href^='#/lamps/']").allTextContents();
    expect(await names()).toEqual(["Show lampget", "Dim lamppost", "Break lampsince 2.4post"]);
    await page.getByLabel("Microversion").selectOption("2.2");
    await page.getByText("The API as it is at 2.2.").waitFor();
    await expect.poll(names).toEqual(["Show lampget", "Dim lamppost"]);
    expect(page.url()).toBe(`${url}?microversion=2.2#/lamps/showlamp`);
    expect(await page.locator("main").textContent()).not.toContain("The colour.");
    await page.goBack();
    await expect.poll(names).toHaveLength(3);
    expect(await page.getByLabel("Microversion").inputValue()).toBe("");
    await page.goForward();
    await expect.poll(names).toHaveLength(2);
    await page.reload();
    await drawn(page);
    await expect.poll(names).toEqual(["Show lampget", "Dim lamppost"]);
    expect(await page.getByLabel("Microversion").inputValue()).toBe("2.2");
    await page.goBack();
    await expect.poll(names).toHaveLength(3);
    expect(mishaps).toEqual([]);
    await close();
  });

  test("an address with a microversion that there is not shows all, and says so", async () => {
    const { page, close } = await open(`${await writePage("unknown", TREE)}?microversion=9.9`);
    await page.getByText("There is no microversion 9.9; this is the API at all of them.").waitFor();
    await close();
  });

  test("addresses stay when operations are added before others", async () => {
    const more = {
      ...TREE,
      "index.rst": LAMPS.replace(
        "Show lamp\n",
        `${operation("Light lamp", "POST", "/v2/lamps/{id}/action")}Show lamp\n`,
      ),
    };
    const read = async (url: string) => {
      const { page, close } = await open(url);
      const links = await navigation(page);
      await close();
      return links.map(({ href, text }) => `${href} ${text}`);
    };
    const before = await read(await writePage("before", TREE));
    const after = await read(await writePage("after", more));
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 1);
  });

  test("an operation that is not there at a microversion is said to be elsewhere", async () => {
    const url = await writePage("absent", TREE);
    const { page, mishaps, close } = await open(`${url}?microversion=2.2#/lamps/breaklamp`);
    await page.getByText("Not in the API at version 2.2; there from 2.4 on.").waitFor();
    await page.getByRole("link", { name: "Show it at 2.4." }).click();
    await page.locator("[data-section-id='/lamps/breaklamp'] h2").waitFor();
    expect(page.url()).toBe(`${url}?microversion=2.4#/lamps/breaklamp`);
    expect(mishaps).toEqual([]);
    await close();
  });

  test("an address leads to its operation, whatever the section is called by now", async () => {
    const url = await writePage("moved", TREE);
    const { page, close } = await open(`${url}#/bulbs/dimlamp`);
    await expect.poll(() => page.url()).toBe(`${url}#/lamps/dimlamp`);
    await page.evaluate("location.hash = '/bulbs/nolamp'");
    await page.getByText("This page has no /bulbs/nolamp.").waitFor();
    await close();
  });

  test("numbers are shown as they are written, and descriptions as Markdown", async () => {
    const { page, mishaps, close } = await open(
      `${await writePage("written", {
        ...TREE,
        "index.rst": LAMPS.replace(
          "Response\n",
          "See ``<uuid>`` & <more>.\n\n.. note:: Where 1 < 2.\n\nResponse\n",
        ),
        "samples/red.json": '{"hue": "red", "rate": 1.10, "size": 18446744073709551615}',
      })}#/lamps/showlamp`,
    );
    const section = page.locator("[data-section-id='/lamps/showlamp']").first();
    await section.getByText("18446744073709551615").waitFor();
    expect(await section.locator("[data-testid=source-code]").last().textContent()).toContain(
      '"rate": 1.10,',
    );
    expect(await section.locator("code", { hasText: "<uuid>" }).count()).toBe(1);
    expect(await section.textContent()).toContain("& <more>.");
    expect(await section.locator("blockquote").textContent()).toBe("Note: Where 1 < 2.");
    expect(mishaps).toEqual([]);
    await close();
  });

  test("all is printed, and nothing that is to be pressed", async () => {
    const { page, close } = await open(await writePage("print", TREE));
    await page.emulateMedia({ media: "print" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator("main h2").allTextContents()).toEqual([
      "Lamps",
      "Show lamp",
      "Dim lamp",
      "Break lampsince 2.4",
    ]);
    expect(await page.locator(".menu-content, button").filter({ visible: true }).count()).toBe(0);
    const samples = (await page.locator("main [data-testid=source-code]").allTextContents()).join();
    expect(await page.locator("main h4.apiref-code").allTextContents()).toContain("404");
    for (const sample of ['"red"', '"blue"', '"dim"', '"break"']) expect(samples).toContain(sample);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await expect.poll(() => page.locator("main h2").count()).toBe(1);
    await close();
  });

  test("dark and light are as the reader's system says; a narrow window needs no scrolling aside", async () => {
    const url = `${await writePage("looks", TREE)}#/lamps/showlamp`;
    const backgrounds = [];
    for (const colorScheme of ["light", "dark"] as const) {
      const { page, close } = await open(url, { colorScheme, viewport: { width: 390, height: 800 } });
      backgrounds.push(await page.evaluate("getComputedStyle(document.body).backgroundColor"));
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
      await close();
    }
    expect(new Set(backgrounds).size).toBe(2);
  });

  test("a search finds an operation by the keyboard alone", async () => {
    const { page, close } = await open(await writePage("search", TREE));
    await page
      .locator(".menu-content")
      .getByText(/^Search/)
      .first()
      .waitFor();
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Search docs...").waitFor();
    await page.keyboard.type("break");
    // Results come when the index of the search is made.
    await expect
      .poll(
        async () => {
          await page.keyboard.press("ArrowDown");
          await page.keyboard.press("Enter");
          return page.url();
        },
        { timeout: 30_000, interval: 500 },
      )
      .toMatch(/#\/lamps\/breaklamp/);
    await close();
  });

  test("a page without scripts says where the document is", async () => {
    const { page, close } = await open(
      await writePage("noscript", TREE),
      { javaScriptEnabled: false },
      "noscript a",
    );
    expect(await page.locator("noscript a").getAttribute("href")).toBe("openapi.yaml");
    await close();
  });
});
