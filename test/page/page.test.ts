import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { renderPage } from "../../src/page/page.ts";

const OPTIONS = { code: "show(1);", version: "9.9.9", documentName: "openapi.yaml" };

const page = (info: { title: string; description?: string }, options = {}) =>
  renderPage({ openapi: "3.1.1", info, paths: {} }, { ...OPTIONS, ...options });

test("the document stands in the page as data, whatever it says", () => {
  const info = { title: "Lamps", description: "</script><script>alert(1)</script><!-- & \u2028" };
  const text = page(info);
  const [, json = ""] =
    /<script type="application\/json" id="apiref-document">([^<]*)<\/script>/.exec(text) ?? [];
  expect(JSON.parse(json)).toEqual({ openapi: "3.1.1", info, paths: {} });
});

test("a title is text", () => {
  const text = page({ title: `<img src="x" onerror='y'> & more` });
  expect(text).toContain("<title>&#60;img src=&#34;x&#34; onerror=&#39;y&#39;&#62; &#38; more</title>");
  expect(text).not.toContain("<img");
});

test("the browser runs the code of the program, and nothing else", () => {
  const text = page({ title: "Lamps" });
  const hash = createHash("sha256").update(OPTIONS.code).digest("base64");
  expect(/Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1]?.split("; ")).toEqual([
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "worker-src blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(text).toContain(`<script type="module">${OPTIONS.code}</script>`);
});

test("a server of the page may let it connect", () => {
  expect(page({ title: "Lamps" }, { connects: "'self'" })).toContain("connect-src 'self';");
});

test("the footer names the revision where there is one, and the version of the program", () => {
  expect(page({ title: "Lamps" }, { revision: "1a2b3c4" })).toContain(
    'Sources at revision <code id="apiref-revision">1a2b3c4</code>. Made by os-api-ref-openapi 9.9.9',
  );
  expect(page({ title: "Lamps" })).not.toContain("at revision");
});

test("without scripts the page says where the document is", () => {
  expect(/<noscript>.*<\/noscript>/s.exec(page({ title: "Lamps" }))?.[0]).toContain(
    '<a href="openapi.yaml">openapi.yaml</a>',
  );
});
