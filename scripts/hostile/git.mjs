// Repositories that are shaped so that git would run a command of theirs.
import { expect, worked } from "./lib/expect.mjs";
import { trap } from "./lib/trap.mjs";

/** The program compares with `before`; the configuration is that of the tree's own `.git`, as an archive may bring it. */
const configured =
  (settings, files = {}) =>
  async (place) => {
    const { script, hasRun } = trap(place);
    place.workTree("tree");
    for (const [name, value] of settings) place.git("tree", "config", name, value.replace("COMMAND", script));
    place.write({
      ...files,
      "tree/source/index.rst": "Widgets\n=======\n\nList\n----\n\n.. rest_method:: GET /v1/w\n",
    });
    const outcome = await place.apiref(["lint", "tree/source", "--changed-since", "before"]);
    expect(!hasRun(), "a command of the repository was run");
    worked(outcome);
  };

export const cases = {
  "a file system monitor": configured([["core.fsmonitor", "COMMAND"]]),
  "a filter": configured(
    [
      ["filter.x.clean", "COMMAND"],
      ["filter.x.smudge", "COMMAND"],
    ],
    {
      "tree/.gitattributes": "* filter=x\n",
    },
  ),
  "a filter that stays": configured(
    [
      ["filter.x.process", "COMMAND"],
      ["filter.x.required", "true"],
    ],
    {
      "tree/.gitattributes": "* filter=x\n",
    },
  ),
  "an external diff, and one for a kind of file": configured(
    [
      ["diff.external", "COMMAND"],
      ["diff.x.command", "COMMAND"],
      ["diff.x.textconv", "COMMAND"],
    ],
    { "tree/.gitattributes": "* diff=x\n" },
  ),
  "a pager and an editor": configured([
    ["core.pager", "COMMAND"],
    ["core.editor", "COMMAND"],
  ]),
  hooks: configured([["core.hooksPath", "/hooks"]], {}),
  "a folder that is shaped like a bare repository": async (place) => {
    const { script, hasRun } = trap(place);
    place.workTree("tree");
    place.write({
      "tree/source/HEAD": "ref: refs/heads/main\n",
      "tree/source/refs/heads/.keep": "",
      "tree/source/objects/.keep": "",
      "tree/source/config": `[core]\n\trepositoryFormatVersion = 0\n\tbare = false\n\tworktree = .\n\tfsmonitor = ${script}\n`,
    });
    const outcome = await place.apiref(["lint", "tree/source", "--changed-since", "before"]);
    expect(!hasRun(), "a command of the folder was run");
    worked(outcome);
  },
};
