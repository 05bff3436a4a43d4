// What a browser would run, in what is published.
import { readFileSync } from "node:fs";
import { widgets } from "./lib/box.mjs";
import { expect, refused, worked } from "./lib/expect.mjs";

const PROSE = [
  "`one <javascript:alert(1)>`_ `two <JAVA&colon;x>`_ `three <vbscript:x>`_ file:///etc/passwd",
  "<img src=x onerror=alert(1)> **<b>** [four](javascript:alert(1))",
  "`five`_\n\n.. _five: data:text/html,x",
  ".. raw:: html\n\n   <script>alert(1)</script>",
].join("\n\n");

function harmless(document) {
  expect(!/(?<!\\)\[[^\]]*\]\((?!https?:|mailto:|[^):&\\]*[)/?#])/i.test(document), `a link: ${document}`);
  expect(!/(?<!\\)<(?!\/?su[bp]>|br>|https?:|mailto:)[a-z/!?]/i.test(document), `markup: ${document}`);
}

export const cases = {
  prose: async (place) => {
    place.write({
      ...widgets,
      "source/index.rst": widgets["source/index.rst"].replace("Lists all widgets.", PROSE),
    });
    worked(await place.apiref(["build", "source"]));
    harmless(JSON.stringify(readFileSync(place.at("output/openapi.yaml"), "utf8")));
  },
  "the configuration": async (place) => {
    const description = "<img src=x onerror=alert(1)> [a](javascript:alert(1)) [b][c]\n\n[c]: javascript:x";
    place.write({ ...widgets, "source/apiref.config.yaml": `description: ${JSON.stringify(description)}\n` });
    worked(await place.apiref(["build", "source"]));
    const document = readFileSync(place.at("output/openapi.yaml"), "utf8");
    harmless(document);
    expect(!/\]:\s*javascript/.test(document), document);
  },
  "addresses of the configuration": async (place) => {
    for (const text of [
      "contact: { url: 'javascript:x' }",
      "license: { name: a, url: 'file:///x' }",
      "servers: [{ url: 'javascript:x' }]",
    ]) {
      place.write({ ...widgets, "source/apiref.config.yaml": `${text}\n` });
      refused(await place.apiref(["build", "source"]));
    }
  },
};
