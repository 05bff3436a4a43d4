// What the sources or the program do not know, and files that are read otherwise than they are written.
import { chmodSync, symlinkSync } from "node:fs";
import { widgets } from "./lib/box.mjs";
import { expect, refused, Skipped, worked } from "./lib/expect.mjs";

const on =
  (args, message, files = {}) =>
  async (place) => {
    place.write({ ...widgets, ...files });
    refused(await place.apiref(args), message);
  };
/** A document beside the first, and the rule that tells that it was not read. */
const unread = (make, rule) => async (place) => {
  place.write(widgets);
  make(place, place.at("source/other.rst"));
  const outcome = await place.apiref(["lint", "source"]);
  worked(outcome);
  expect(outcome.code === 1 && outcome.out.includes(rule), outcome.out);
};

export const cases = {
  "a rule of Redocly that there is not": on(
    ["lint", "source", "--rule", "openapi/nope=off"],
    /no rule `openapi\/nope`/,
  ),
  "the same in the configuration": on(["lint", "source"], /no rule `openapi\/nope`/, {
    "source/apiref.config.yaml": "rules:\n  openapi/nope: off\n",
  }),
  "a microversion above all": on(["build", "source", "--microversion", "2.999"], /microversion/),
  "a YAML file with carriage returns only": async (place) => {
    const yaml = widgets["source/parameters.yaml"].replaceAll("\n", "\r");
    place.write({ ...widgets, "source/parameters.yaml": yaml });
    const outcome = await place.apiref(["lint", "source"]);
    worked(outcome);
    expect(!/parameters-file-|unknown-parameter/.test(outcome.out), outcome.out);
  },
  "a document of more than 8 MiB": unread(
    (place) => place.write({ "source/other.rst": "x".repeat(9_000_000) }),
    "file-too-large",
  ),
  "a document that is a link to nothing": unread(
    (_, path) => symlinkSync("nowhere", path),
    "document-unreadable",
  ),
  "a document that is a link to itself": unread(
    (_, path) => symlinkSync("other.rst", path),
    "document-unreadable",
  ),
  "a document that may not be read": unread((place, path) => {
    if (process.getuid?.() === 0) throw new Skipped("root may read everything");
    place.write({ "source/other.rst": "Other\n=====\n" });
    chmodSync(path, 0);
  }, "document-unreadable"),
};
