import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

test.each([
  ["PSOT /widgets", "error", "`PSOT` is not an HTTP method. Did you mean `POST`?"],
  ["METHOD /widgets", "error", "`METHOD` is not an HTTP method. Write the one that clients send."],
  ["get /widgets", "warning", "`get` is not in capital letters, as HTTP methods are. Write `GET`."],
  ["/widgets", "error", "`/widgets` has no HTTP method. Write one in front of it."],
  ["COPY /widgets", undefined, undefined],
  ["", undefined, undefined],
])("%s", (request, severity, message) => {
  const found = checkTree({
    "index.rst": `Widgets\n=======\n\n.. rest_method:: ${request}\n`,
  }).filter(({ rule }) => rule === "method-unknown");
  expect(found.map((finding) => [finding.severity, finding.message])).toEqual(
    message === undefined ? [] : [[severity, message]],
  );
});
