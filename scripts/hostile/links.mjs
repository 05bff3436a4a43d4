// Links out of the repository, for whatever is read and written.
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { widgets } from "./lib/box.mjs";
import { expect, refused, worked } from "./lib/expect.mjs";

const SECRET = "what is written nowhere else\n";

/** A work tree with a link, and beside it what the link leads to, which stays as it is and is not shown. */
const linked = (name, target, args, check) => async (place) => {
  place.workTree("tree");
  place.workTree("other");
  place.write({ "other/secret": SECRET, "other/secret.rst": SECRET });
  mkdirSync(place.at("tree/output"));
  if (name === "source") place.git("tree", "rm", "-rq", "source");
  symlinkSync(target, place.at(`tree/${name}`));
  const outcome = await place.apiref(args, { folder: "tree" });
  check(outcome);
  expect(!`${outcome.out}${outcome.err}`.includes(SECRET.trim()), "what a link leads to was shown");
  expect(readFileSync(place.at("other/secret"), "utf8") === SECRET, "what a link leads to was written");
  expect(
    place.git("other", "status", "--porcelain", "--untracked-files=no").length === 0,
    "another repository was changed",
  );
};

export const cases = {
  "SOURCE, built": linked("source", "../other/source", ["build", "source"], refused),
  "SOURCE, fixed": linked("source", "../other/source", ["fix", "source"], refused),
  "the configuration": linked("source/apiref.config.yaml", "../../other/secret", ["lint", "source"], refused),
  "the configuration that is named": linked(
    "c.yaml",
    "../other/secret",
    ["lint", "source", "--config", "c.yaml"],
    refused,
  ),
  "the document that is written": linked(
    "output/openapi.yaml",
    "../../other/secret",
    ["build", "source"],
    refused,
  ),
  "the folder that is written to": linked(
    "elsewhere",
    "../other",
    ["build", "source", "-o", "elsewhere/deep"],
    refused,
  ),
  "a report": linked("r.json", "../other/secret", ["lint", "source", "--report", "json=r.json"], refused),
  "the baseline": linked(
    "b.json",
    "../other/secret",
    ["lint", "source", "--baseline", "b.json", "--update-baseline"],
    refused,
  ),
  "a document": linked("source/out.rst", "../../other/secret.rst", ["lint", "source"], (outcome) => {
    worked(outcome);
    expect(/path-outside/.test(outcome.out) && outcome.code === 1, outcome.out);
  }),
  "a report over a source": async (place) => {
    place.write(widgets);
    refused(await place.apiref(["lint", "source", "--report", "json=source/index.rst"]), /is read/);
    expect(
      readFileSync(place.at("source/index.rst"), "utf8") === widgets["source/index.rst"],
      "it was written",
    );
  },
  "a baseline that the configuration has elsewhere": async (place) => {
    place.workTree("tree");
    place.write({ "tree/source/apiref.config.yaml": "baseline: ../../secret\n", secret: SECRET });
    refused(await place.apiref(["lint", "source", "--update-baseline"], { folder: "tree" }), /lies outside/);
  },
};
