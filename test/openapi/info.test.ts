import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

const infoOf = (tree: Readonly<Record<string, string>>) =>
  specificationOf(treeOf(tree).files).specification.document.info as JsonObject;

const part = (title: string, path: string) =>
  `${title}\n${"=".repeat(title.length)}\n\nList ${path}\n--------------\n\n.. rest_method:: GET /v2/${path}\n\nNormal response codes: 200\n\n`;
const GREETING = "Welcome to the lamps!\n=====================\n\n.. toctree::\n\n   v2\n";
const NAMES =
  'import sys\n\nproject = u"Lamps"\nhtml_title = "Lamp Service API" # shown in front\nversion = run()\n';

/** What the pages and Sphinx's configuration say, and the title that comes of it. */
const titles: readonly (readonly [what: string, tree: Readonly<Record<string, string>>, title: string])[] = [
  [
    "a greeting names no service, its configuration does",
    { "index.rst": GREETING, "v2.rst": part("Lamps", "lamps") + part("Rooms", "rooms"), "conf.py": NAMES },
    "Lamp Service API",
  ],
  [
    "the project where the pages have no title of their own",
    {
      "index.rst": GREETING,
      "v2.rst": part("Lamps", "lamps") + part("Rooms", "rooms"),
      "conf.py": 'project = "Lamps"\n',
    },
    "Lamps",
  ],
  [
    "the title of a page is better than that of its first part",
    {
      "index.rst": GREETING.replace("Welcome to the lamps!", "API of all the lamps"),
      "v2.rst": part("Lamps", "lamps") + part("Rooms", "rooms"),
      "conf.py": NAMES,
    },
    "API of all the lamps",
  ],
  [
    "nothing of the configuration is run",
    {
      "index.rst": GREETING,
      "v2.rst": part("Lamps", "lamps") + part("Rooms", "rooms"),
      "conf.py": 'html_title = "%s API" % name\n',
    },
    "Welcome to the lamps!",
  ],
  [
    "a page that holds all says more",
    { "index.rst": GREETING, "v2.rst": part("Lamp API v2", "lamps") },
    "Lamp API v2",
  ],
  [
    "how current a version is belongs to its page",
    { "index.rst": GREETING, "v2.rst": part("Lamp API v2 (CURRENT)", "lamps") },
    "Lamp API v2",
  ],
  [
    "the versions of an API are pages of one",
    {
      "index.rst": GREETING.replace("v2\n", "v2\n   v1\n"),
      "v2.rst": part("Lamp API v2 (CURRENT)", "lamps"),
      "v1.rst": part("Lamp API v1 (DEPRECATED)", "bulbs"),
    },
    "Lamp API",
  ],
];

for (const [what, tree, title] of titles) test(what, () => expect(infoOf(tree).title).toBe(title));

test("a description does not begin with the title again", () => {
  const index = `Lamp API\n========\n\nAll about lamps.\n\n${part("Lamps", "lamps")}`;
  expect(infoOf({ "index.rst": index })).toMatchObject({
    title: "Lamp API",
    description: "All about lamps.",
  });
});

test("what leads through Sphinx's site is no description", () => {
  const index = `Lamp API\n========\n\nContents:\n\nSearch it on the :ref:\`search\` page.\n\nAll about lamps, see :ref:\`lamps\`.\n\n.. toctree::\n\n   v2\n\n* :ref:\`genindex\`\n* :ref:\`The search <search>\`\n`;
  const { description } = infoOf({ "index.rst": index, "v2.rst": `.. _lamps:\n\n${part("Lamps", "lamps")}` });
  expect(description).toBe("All about lamps, see Lamps.");
});
