import { test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";

/** An operation with a URL and rows; each key of the definitions is where it stands, such as `path_id`. */
function tree(url: string, rows: string) {
  return {
    "index.rst": `Widgets\n=======\n\n.. rest_method:: GET ${url}\n\n.. rest_parameters:: parameters.yaml\n\n${rows}`,
    "parameters.yaml": ["path", "query", "body"]
      .map(
        (place) => `${place}_id:\n  description: Which.\n  in: ${place}\n  required: true\n  type: string\n`,
      )
      .join(""),
  };
}

test.each([
  ["one of two", tree("/a/{a_id}/b/{«b_id»}", "   - a_id: path_id\n")],
  ["another spelling", tree("/a/{«a-id»}", "   - a_id: path_id\n")],
  ["a row with another place, at the row", tree("/a/{a_id}", "   - a_id: «query_id»\n")],
  ["a row without a definition documents it", tree("/a/{a_id}", "   - a_id: nothing\n")],
  [
    "a definition that does not say where it stands documents it",
    {
      ...tree("/a/{a_id}", "   - a_id: which\n"),
      "parameters.yaml": "which:\n  description: Which.\n  required: true\n  type: string\n",
    },
  ],
  ["a name that no variable can have", tree("/a/{a_id/name}", "   - a_id/name: path_id\n")],
  ["one name for two variables", tree("/{id}/a/{id}", "   - id: path_id\n")],
  ["a variable of the query", tree("/a?b={b_id}", "   - b_id: query_id\n")],
])("%s", (_, texts) => {
  expectFindingsAtMarks("path-parameter-undocumented", texts);
});

test("a row with another place is no body of a GET as well", () => {
  expectFindingsAtMarks("body-on-get", tree("/a/{a_id}", "   - a_id: body_id\n"));
});
