import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const said = (title: string, method: string) =>
  checkTree({
    "index.rst": `Widgets\n=======\n\n${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method} /widgets/1\n`,
  })
    .filter(({ rule }) => rule === "method-contradicted")
    .map(({ message }) => message);

test("a method that changes nothing below a title that does", () => {
  expect(said("Deletes a widget", "GET")).toEqual([
    "`Deletes a widget` is documented as GET, which cannot do that. Correct the method, such as to `DELETE`, or the title.",
  ]);
  expect(said("Show widget", "DELETE")).toHaveLength(1);
});

test.each([
  ["Delete widget", "POST"],
  ["Remove part of a widget", "PUT"],
  ["Show widget", "POST"],
  ["Create or show widget", "GET"],
  ["Attach widget", "GET"],
  ["Deletion of widgets", "GET"],
])("nothing is said of %s as %s", (title, method) => {
  expect(said(title, method)).toEqual([]);
});
