// Names and texts that a terminal or a CI runner would obey.
import { readFileSync, writeFileSync } from "node:fs";
import { widgets } from "./lib/box.mjs";
import { ended, expect, refused } from "./lib/expect.mjs";

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const NAMES = [
  "a\n::error::x",
  "b\u001b[31m",
  "::error::c",
  " ::error::d",
  "e\r::error::x",
  "f\u202e",
  "g\u2028",
  "##[error]h",
  "i\u009b2J",
  "j<img src=x onerror=alert(1)>",
  "k](javascript:alert(1))",
];
const TEXT =
  "\n:ref:`x\u001b[2J\u202ea` :ref:`##[error]y` |z\u0085|\n\n.. rest_parameters:: no\u001b[2J%0A::error::x.yaml\n\n   - a: b%0D%0A::error::x\n";

function shown(outcome) {
  ended(outcome);
  for (const line of `${outcome.out}${outcome.err}`.split("\n")) {
    expect(!OBEYED.test(line), `shown as it is: ${JSON.stringify(line)}`);
    expect(!/##\[|^\s*::(?!(?:error|warning|notice) file=)/.test(line), `a command: ${JSON.stringify(line)}`);
  }
}

function hostileNames(place) {
  place.write({ ...widgets, "source/index.rst": widgets["source/index.rst"] + TEXT });
  for (const name of NAMES) {
    const wrong = `Wrong\n===\n\n:ref:\`nowhere\`\n\nOp ${name.replace(/[\n\r\u2028]/g, "")}\n----------------------\n\n.. rest_method:: GET /x\n\nNormal response codes: 200\n`;
    writeFileSync(place.at(`source/${name}.rst`), wrong);
  }
}

const formats = ["pretty", "github", "json", "gitlab", "sarif", "junit", "checkstyle"];
export const cases = {
  ...Object.fromEntries(
    formats.map((format) => [
      format,
      async (place) => {
        hostileNames(place);
        shown(await place.apiref(["lint", "source", "--format", format]));
      },
    ]),
  ),
  ...Object.fromEntries(
    [
      ["build", "source"],
      ["lint", "source", "--statistics"],
      ["lint", "source", "--errors-only"],
      ["lint", "source", "--document", "*"],
    ].map((args) => [
      args.join(" "),
      async (place) => {
        hostileNames(place);
        shown(await place.apiref(args));
      },
    ]),
  ),
  "a summary of a step": async (place) => {
    hostileNames(place);
    const file = place.at("summary.md");
    writeFileSync(file, "");
    const environment = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: file };
    const outcome = await place.apiref(["lint", "source", "--format", "github"], { environment });
    ended(outcome);
    const text = readFileSync(file, "utf8");
    expect(text.includes("###"), "there is no summary");
    shown({ ...outcome, out: text });
    expect(!/(?<!\\)<[a-z/!]|(?<!\\)\]\(/i.test(text), text);
  },
  "a key of the configuration": async (place) => {
    place.write({ ...widgets, "source/apiref.config.yaml": '"\\e[2Jx\\r\\n::error::y\\u202e": 1\n' });
    const outcome = await place.apiref(["lint", "source"]);
    refused(outcome);
    shown(outcome);
  },
  "an argument": async (place) => {
    for (const args of [
      ["lint", "a\u001b[2J\n::error::x"],
      ["lint", "--\u001b[2Jx"],
      ["rules", "\u202ex"],
    ]) {
      const outcome = await place.apiref(args);
      refused(outcome);
      shown(outcome);
    }
  },
};
