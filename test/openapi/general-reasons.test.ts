import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { documentOf, treeOf } from "../support/project.ts";

const operation = `List lamps
----------

.. rest_method:: GET /lamps

Normal response codes: 200

Error response codes: 401, unlit(409), 503
`;

const table = `
=====  ==========================
Code   Description
=====  ==========================
401    No token was given.
409    The lamp is on.
503    - The power is off.
       - The fuse is out.
=====  ==========================
`;

function reasons(files: Record<string, string>): Record<string, unknown> {
  const document = documentOf(treeOf(files).files);
  const { responses } = ((document.paths as JsonObject)["/lamps"] as JsonObject).get as JsonObject;
  const found = Object.entries(responses as JsonObject);
  return Object.fromEntries(found.map(([code, one]) => [code, (one as JsonObject).description]));
}

const said = {
  200: "OK",
  401: "No token was given.",
  409: "unlit",
  503: "- The power is off.\n- The fuse is out.",
};
const unsaid = { 200: "OK", 401: "Unauthorized", 409: "unlit", 503: "Service Unavailable" };

test("a section on errors says what a code means where the operation does not", () => {
  expect(reasons({ "index.rst": `House\n=====\n\nFaults\n------\n${table}\n${operation}` })).toEqual(said);
});

test("a section on the codes of a page without operations speaks of the service, a list as well as a table", () => {
  const index = "House\n=====\n\n.. toctree::\n\n   codes\n   lamps\n";
  const files = { "index.rst": index, "lamps.rst": `Lamps\n=====\n\n${operation}` };
  expect(
    reasons({ ...files, "codes.rst": `House\n=====\n\nHTTP status codes\n-----------------\n${table}` }),
  ).toEqual(said);
  const list = "- ``401``: No token was given.\n- ``503 Off``: The power is off.\n";
  expect(reasons({ ...files, "codes.rst": `House\n=====\n\nErrors\n------\n\n${list}` })).toMatchObject({
    401: "No token was given.",
    503: "Off. The power is off.",
  });
});

test("a section on the codes of another operation, of another chapter, or on anything else says nothing", () => {
  const other = `Rooms\n=====\n\nList rooms\n----------\n\n.. rest_method:: GET /rooms\n`;
  for (const text of [
    `House\n=====\n\nLevels\n------\n${table}\n${operation}`,
    `Lamps\n=====\n\n${operation}\n\n${other}\nErrors\n------\n${table}`,
    `Lamps\n=====\n\n${operation}\n\n${other}\nErrors\n~~~~~~\n${table}`,
  ])
    expect(reasons({ "index.rst": text })).toEqual(unsaid);
});
