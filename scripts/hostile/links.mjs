// Links out of the repository, for whatever is read and written.
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { widgets } from "./lib/box.mjs";
import { expect, refused, worked } from "./lib/expect.mjs";

const SECRET = "what is written nowhere else\n";

/** A work tree with a link, and beside it what the link leads to, which stays as it is and is not shown. */
const linked =
  (name, target, args, check, files = {}) =>
  async (place) => {
    place.workTree("tree", { ...widgets, ...files });
    place.workTree("other");
    place.write({ "other/secret": SECRET, "other/secret.rst": SECRET });
    mkdirSync(place.at("tree/output"));
    if (name === "source") place.git("tree", "rm", "-rq", "source");
    symlinkSync(target, place.at(`tree/${name}`));
    const outcome = await place.apiref(args, { folder: "tree" });
    check(outcome);
    for (const file of ["tree/output/openapi.yaml", "tree/output/openapi.map.json"])
      if (!name.startsWith("output/") && existsSync(place.at(file)))
        expect(
          !readFileSync(place.at(file), "utf8").includes(SECRET.trim()),
          "what a link leads to was published",
        );
    expect(!`${outcome.out}${outcome.err}`.includes(SECRET.trim()), "what a link leads to was shown");
    expect(readFileSync(place.at("other/secret"), "utf8") === SECRET, "what a link leads to was written");
    expect(
      place.git("other", "status", "--porcelain", "--untracked-files=no").length === 0,
      "another repository was changed",
    );
  };

const page = (more) => `${widgets["source/index.rst"]}\n${more}\n`;

/** The document is made without it, and a finding says so. */
function told(outcome) {
  worked(outcome);
  expect(/outside/.test(outcome.out) && outcome.code === 1, outcome.out);
}

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
  "the baseline that is only read": linked(
    "b.json",
    "../other/secret",
    ["lint", "source", "--baseline", "b.json"],
    refused,
  ),
  "the folder of a report": linked(
    "reports",
    "../other",
    ["lint", "source", "--report", "json=reports/secret"],
    refused,
  ),
  "the map beside the document": linked(
    "output/openapi.map.json",
    "../../other/secret",
    ["build", "source"],
    refused,
  ),
  definitions: linked(
    "source/parts.yaml",
    "../../other/secret",
    ["build", "source", "--format", "json"],
    told,
    { "source/index.rst": page(".. rest_parameters:: parts.yaml\n\n   - name: name") },
  ),
  "a part of a page": linked(
    "source/part.inc",
    "../../other/secret",
    ["build", "source", "--format", "json"],
    told,
    {
      "source/index.rst": page(".. include:: part.inc"),
    },
  ),
  "a sample": linked(
    "source/sample.json",
    "../../other/secret",
    ["build", "source", "--format", "json"],
    told,
    {
      "source/index.rst": page(".. literalinclude:: sample.json"),
    },
  ),
  "a folder of samples": linked(
    "source/samples",
    "../../other",
    ["build", "source", "--format", "json"],
    told,
    {
      "source/index.rst": page(".. literalinclude:: samples/secret"),
    },
  ),
  "the history of the microversions": linked(
    "source/history.rst",
    "../../other/secret",
    ["build", "source", "--format", "json"],
    (outcome) => expect(outcome.code === 1 || outcome.code === 2, outcome.out),
    { "source/apiref.config.yaml": "history: history.rst\n" },
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
