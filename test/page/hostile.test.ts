import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lookAt, navigation } from "../../scripts/lib/page/look.mjs";
import { isThere, open, useBrowser, writePage } from "../support/browser.ts";

useBrowser();

/** What would run, or would be loaded, if any of it came through as markup. */
const MARKUP = [
  "<script>alert(1)</script>",
  "</script><script>alert(2)</script>",
  "<img src=x onerror=alert(3)>",
  "<img src=https://tracker.example/pixel.png>",
  "<svg onload=alert(4)><use href='https://tracker.example/x.svg#y'/></svg>",
  "<iframe srcdoc='<script>alert(5)</script>'></iframe>",
  "<style>@import 'https://tracker.example/x.css';</style>",
  "<link rel=stylesheet href=https://tracker.example/y.css>",
  "<base href=https://tracker.example/>",
  "<meta http-equiv=refresh content='0;url=https://tracker.example/'>",
  "<form action=https://tracker.example><button autofocus onfocus=alert(6)>x</button></form>",
  "![x](https://tracker.example/z.png)",
  "[x](javascript:alert(7))",
  "`x <javascript:alert(8)>`_",
  "{% partial file='x' /%} {% img src='https://tracker.example/a.png' /%}",
  "{% html %}<script>alert(9)</script>{% /html %}",
];

const quoted = (text: string) => JSON.stringify(text);

const TREE = {
  "index.rst": `Lamps ${MARKUP[2]}
${"=".repeat(60)}

${MARKUP.join("\n\n")}

Show ${MARKUP[0]}
${"-".repeat(60)}

.. rest_method:: GET /v2/lamps/{id}

${MARKUP.join("\n\n")}

.. rest_status_code:: success status.yaml

   - 200

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - id: id

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - hue: hue

**Example ${MARKUP[2]}**

.. literalinclude:: samples/red.json
   :language: javascript
`,
  "parameters.yaml": `id: {in: path, type: string, required: true, description: ${quoted(MARKUP.join("\n\n"))}}
hue: {in: body, type: string, required: true, min_version: 2.3, description: ${quoted(MARKUP.join("\n\n"))}}
`,
  "status.yaml": `200: {default: ${quoted(MARKUP.join(" "))}}\n`,
  "samples/red.json": JSON.stringify({ hue: MARKUP.join(""), [MARKUP[0]!]: MARKUP }),
};

/** The trees that others have thought of, where they are here. */
const COLLECTED = new URL("../../../shared/cases/hostile/html/api-ref/source/", import.meta.url).pathname;
function collected(): Record<string, string> {
  const names = (readdirSync(COLLECTED, { recursive: true }) as string[]).filter(
    (name) => /\.\w+$/.test(name) && name !== "apiref.config.yaml",
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(COLLECTED, name), "utf8")]));
}

/** What stands in the page as markup although the page's own code never makes it. */
const FOREIGN =
  "#apiref-page :is(script, iframe, img, form, base, link, meta, object, embed, style), [onload], [onerror], [onfocus], [onclick], [onmouseover], a[href^='javascript:' i], a[href^='data:' i]";

/** Opens all of a page, in each microversion that it has, and gives what must not have happened. */
async function mishapsOf(url: string): Promise<string[]> {
  const { page, mishaps, close } = await open(url);
  const look = async () => {
    for (const { href } of await navigation(page)) {
      await lookAt(page, href);
      for (const element of await page.locator(FOREIGN).all())
        mishaps.push(`${href}: ${await element.evaluate((one) => one.outerHTML)}`);
    }
  };
  await look();
  const choice = page.getByLabel("Microversion");
  if ((await choice.count()) > 0) {
    await choice.selectOption({ index: 1 });
    await page.getByText("The API as it is at").waitFor();
    await look();
  }
  await page.locator("main a, main button").filter({ visible: true }).first().click();
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  expect(page.url().split("#")[0]!.split("?")[0]).toBe(url);
  await close();
  // Whoever sanitizes parses first, which the browser reports of a document that nobody sees.
  return mishaps.filter((mishap) => !/The action has been blocked/.test(mishap));
}

describe.skipIf(!isThere)("in a browser", () => {
  test("no markup of the sources is run, and nothing is loaded for it", async () => {
    expect(await mishapsOf(await writePage("hostile", TREE))).toEqual([]);
  });

  test.skipIf(!existsSync(COLLECTED))("nor that of the collected trees", async () => {
    expect(await mishapsOf(await writePage("collected", collected()))).toEqual([]);
  });
});
