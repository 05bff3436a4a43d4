import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

/** Where `title-repeated` says something of operations with these titles, URLs and descriptions. */
function copied(...operations: (readonly [title: string, url: string, text: string])[]): string[] {
  const sections = operations.map(
    ([title, url, text]) =>
      `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: POST ${url}\n\n${text}\n`,
  );
  return checkTree({ "index.rst": `Widgets\n=======\n\n${sections.join("\n")}` })
    .filter(({ rule }) => rule === "title-repeated")
    .map(({ operation, message }) => `${operation}: ${message.split(",", 1)[0]}`);
}

const TAG = ["Create widget tag", "/widgets/{id}/tags", "Puts a tag on a widget."] as const;

test("a description of another resource", () => {
  expect(copied(TAG, ["Create rack tag", "/racks/{id}/tags", TAG[2]])).toEqual([
    "POST /racks/{id}/tags: The description is that of `Create widget tag`",
  ]);
});

test.each([
  ["Updates the tags of a widget.", ["POST /widgets/{id}/tags: The description begins with `Updates`"]],
  ["Updates the tags of a widget.\n\nCreates or replaces those that the request names.", []],
  ["Updates the tags of a widget. Creates those that are not there.", []],
  [
    "Updates the tags of a widget. Removes those that are empty.",
    ["POST /widgets/{id}/tags: The description begins with `Updates`"],
  ],
])("a verb of another kind was copied unless the text says that of the title later: %s", (text, want) => {
  expect(copied(["Create widget tags", "/widgets/{id}/tags", text])).toEqual(want);
});

test("words that are short for others are said", () => {
  const text = "Removes a specification from a widget.";
  expect(
    copied(
      ["Remove widget spec", "/widgets/{id}/specs", text],
      ["Remove rack spec", "/racks/{id}/specs", `.. versionadded:: 2.1\n\n${text}`],
    ),
  ).toEqual(["POST /racks/{id}/specs: The description is that of `Remove widget spec`"]);
});

test.each([
  ["the same words on all", ["Create rack tag", "/racks/{id}/tags", "Puts a tag on a rack."]],
  ["one resource at two URLs", ["Create widget tag (deprecated)", "/os-widgets/{id}/tags", TAG[2]]],
  ["a text that is nobody's", ["Create rack mark", "/racks/{id}/marks", "See above."]],
  ["a verb of its own", ["Polish widget tag", "/widgets/{id}/tags/polish", TAG[2]]],
] as const)("nothing is said of %s", (_, other) => {
  expect(copied(TAG, other)).toEqual([]);
});
