import fc from "fast-check";
import { expect, test } from "vitest";
import { readUrl } from "../../src/apiref/url.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { span } from "../../src/text/span.ts";

function read(url: string) {
  const file = new SourceFile("/x/index.rst", url);
  const { path, webhook, variables, query, mended } = readUrl(url, span(file, 0, url.length));
  return {
    path,
    webhook,
    variables: variables.map((one) => one.name),
    query: query.map((one) => one.name),
    mended,
  };
}

const plain = { webhook: false, variables: [], query: [], mended: [] };

test.each([
  ["/v2/widgets", { ...plain, path: "/v2/widgets" }],
  ["/", { ...plain, path: "/" }],
  ["/v2/", { ...plain, path: "/v2" }],
  [
    "/v2/{project_id}/widgets/{widget_id}",
    { ...plain, path: "/v2/{project_id}/widgets/{widget_id}", variables: ["project_id", "widget_id"] },
  ],
  ["/widgets/{lamp}@{part}", { ...plain, path: "/widgets/{lamp}@{part}", variables: ["lamp", "part"] }],
  ["/widgets?colour={colour}&size=3", { ...plain, path: "/widgets", query: ["colour", "size"] }],
  ["/widgets?{use}=True", { ...plain, path: "/widgets", query: ["use"] }],
  ["/widgets{?limit,marker*}", { ...plain, path: "/widgets", query: ["limit", "marker"] }],
  ["widgets", { ...plain, path: "/widgets", mended: ["no leading slash"] }],
  ["/v2//widgets", { ...plain, path: "/v2/widgets", mended: ["two slashes in a row"] }],
  ["/widgets?at=http://x", { ...plain, path: "/widgets", query: ["at"] }],
  ["/widgets.", { ...plain, path: "/widgets", mended: ["punctuation at its end"] }],
  [
    "/widgets?colour={colour}.",
    { ...plain, path: "/widgets", query: ["colour"], mended: ["punctuation at its end"] },
  ],
  [
    "/widgets?colour=<colour>.",
    { ...plain, path: "/widgets", query: ["colour"], mended: ["punctuation at its end"] },
  ],
  ["/widgets?version=2.", { ...plain, path: "/widgets", query: ["version"] }],
  ["/widgets\\{id}", { ...plain, path: "/widgets/{id}", variables: ["id"], mended: ["a backslash for `/`"] }],
  ...[":id", "$id", ["$", "{id}"].join(""), "%(id)s"].map((written): [string, ReturnType<typeof read>] => [
    `/widgets/${written}/parts`,
    {
      ...plain,
      path: "/widgets/{id}/parts",
      variables: ["id"],
      mended: [`\`${written.replace("id", "…")}\` for \`{…}\``],
    },
  ]),
  ["/widgets:batch/a$b", { ...plain, path: "/widgets:batch/a$b" }],
  ["/widgets.tar.gz", { ...plain, path: "/widgets.tar.gz" }],
  ["`/widgets`", { ...plain, path: "/widgets", mended: ["backquotes"] }],
  ["/widgets/<id>", { ...plain, path: "/widgets/{id}", variables: ["id"], mended: ["`<…>` for `{…}`"] }],
  ["/widgets/(id)", { ...plain, path: "/widgets/{id}", variables: ["id"], mended: ["`(…)` for `{…}`"] }],
  [
    "/widgets/\u200b{id}\u200b",
    { ...plain, path: "/widgets/{id}", variables: ["id"], mended: ["invisible characters"] },
  ],
  ["https://api.example.org/widgets", { ...plain, path: "/widgets", mended: ["a scheme and host"] }],
  [
    "/widgets/{id",
    { ...plain, path: "/widgets/{id}", variables: ["id"], mended: ["a `{` that is not closed"] },
  ],
  ["/widgets/id}", { ...plain, path: "/widgets/id", mended: ["a `}` that closes nothing"] }],
  [
    "/widgets/{id/name}",
    { ...plain, path: "/widgets/{id}", variables: ["id"], mended: ["the variable `{id/name}`"] },
  ],
  [
    "/a/{id}/b/{id}",
    { ...plain, path: "/a/{id}/b/{id_2}", variables: ["id", "id_2"], mended: ["the variable `{id}` twice"] },
  ],
  [
    "{widget_url}:{widget_port}/v1/lamps",
    { ...plain, path: "/v1/lamps", mended: ["a variable for the host"] },
  ],
  ["{endpoint}/v1/lamps", { ...plain, path: "/v1/lamps", mended: ["a variable for the host"] }],
  ["{scheme}://{host}/v1/lamps", { ...plain, path: "/v1/lamps", mended: ["a variable for the host"] }],
  ["<host>:8080/v1/lamps", { ...plain, path: "/v1/lamps", mended: ["a variable for the host"] }],
  [
    "{widget_id}/lamps",
    { ...plain, path: "/{widget_id}/lamps", variables: ["widget_id"], mended: ["no leading slash"] },
  ],
  ["/ POST / DELETE", { ...plain, path: "/", mended: ["more behind the path: `POST / DELETE`"] }],
  ["/v1/lamp or /v1/lamps", { ...plain, path: "/v1/lamp", mended: ["more behind the path: `or /v1/lamps`"] }],
  [
    "/v1/{id}, /v1/lamps",
    { ...plain, path: "/v1/{id}", variables: ["id"], mended: ["more behind the path: `, /v1/lamps`"] },
  ],
  ["/orders and", { ...plain, path: "/ordersand", mended: ["white space"] }],
  [
    "The address is given by the client when it subscribes.",
    { ...plain, webhook: true, path: "callback", mended: ["words in the place of a path"] },
  ],
  ["/widgets#top", { ...plain, path: "/widgets", mended: ["a fragment"] }],
  ["< hookUri (given by the consumer) >", { ...plain, webhook: true, path: "hookUri" }],
])("%s", (url, wanted) => {
  expect(read(url)).toEqual(wanted);
});

test("a variable's place is its name in the source, also behind what was left out", () => {
  const url = "`/widgets/\u200b{id}`";
  const file = new SourceFile("/x/index.rst", `.. rest_method:: GET ${url}`);
  const place = readUrl(url, span(file, 21, 21 + url.length)).variables[0]!.span;
  expect(file.text.slice(place.start, place.end)).toBe("id");
});

test("whatever a URL holds, the path is one that OpenAPI can hold", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."/{}<>()?&=#`. a\u200b") })),
      (url) => {
        const { path, webhook, variables } = read(url.trim());
        if (webhook) return;
        expect(path).toMatch(/^\//);
        expect(path).not.toMatch(/[?#`\s]|.\/$/);
        const named = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]);
        expect(named).toEqual(variables);
        expect(new Set(named).size).toBe(named.length);
      },
    ),
  );
});
