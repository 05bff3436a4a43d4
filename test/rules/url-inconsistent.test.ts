import { expect, test } from "vitest";
import { spanPositions } from "../../src/text/span.ts";
import { checkTree } from "../support/project.ts";

function found(...urls: readonly string[]) {
  const section = (url: string) => `${url}\n${"-".repeat(url.length)}\n\n.. rest_method:: ${url}\n\n`;
  return checkTree({ "index.rst": `Lamps\n=====\n\n${urls.map(section).join("")}` })
    .filter(({ rule }) => rule === "url-inconsistent")
    .map(({ span, edits }) => [
      spanPositions(span).start.line,
      span.file.text.slice(span.start, span.end),
      edits?.[0]?.text,
    ]);
}

const three = ["GET /v1/lamp-sets", "GET /v1/lamp-sets/{set_id}", "PUT /v1/lamp-sets/{set_id}"];

test.each([
  ["an underscore for a dash", "DELETE /v1/lamp_sets/{set_id}", [[22, "lamp_sets", "lamp-sets"]]],
  ["a missing plural", "DELETE /v1/lamp-set/{set_id}", [[22, "lamp-set", "lamp-sets"]]],
  ["a singular before another variable is another resource", "GET /v1/lamp-set/{other_id}", []],
  ["a singular that ends the path may be one thing", "GET /v1/lamp-set", []],
  ["another word", "DELETE /v1/lamp-seats/{set_id}", []],
  ["the same word somewhere else", "GET /v1/rooms/{room_id}/lamp_sets", []],
])("%s", (_, url, want) => {
  expect(found(...three, url)).toEqual(want);
});
