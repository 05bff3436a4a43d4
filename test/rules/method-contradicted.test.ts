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

/** What is told of a sample of an operation: the rules, and the place in the sample. */
function ofSample(called: string, sample: string): string[] {
  return checkTree({
    "index.rst": `Lamps\n=====\n\nLamp calls\n----------\n\n.. rest_method:: ${called}\n\nRequest Example\n~~~~~~~~~~~~~~~\n\n.. literalinclude:: request.txt\n`,
    "request.txt": sample,
  })
    .filter(({ rule }) => rule === "method-contradicted" || rule === "url-inconsistent")
    .map(({ rule, span: { file, start, end } }) => `${rule} ${file.text.slice(start, end)}`);
}

test.each([
  ["PUT /v1/lamps/{id}", "POST /v1/lamps/7 HTTP/1.1\n\n{}", ["method-contradicted /v1/lamps/7"]],
  ["PUT /v1/lamps/{id}", "PUT /v1/lampshades/7\n\n{}", ["url-inconsistent /v1/lampshades/7"]],
  [
    "PUT /v1/lamps/{id}",
    "curl -H \"A: b\" -d '{}' http://a.example/lamps/7",
    ["method-contradicted http://a.example/lamps/7"],
  ],
  [
    "PUT /lamps/{id}",
    "curl -X PUT http://a.example/v1/lamps -d '{}'",
    ["url-inconsistent http://a.example/v1/lamps"],
  ],
  ["PUT /v1/lamps/{id}", "curl -X PUT -d '{}' \\\n  \"http://a.example/lights/v1/lamps/7?now=true\"", []],
  ["PUT /v1/lamps/{id}", "curl -d '{}' --request PUT $lights/lamps/$ID", []],
  ["PUT /v1/{house}/lamps/{id}", "curl -d '{}' -XPUT \u0024{lights}/lamps/7", []],
  ["PUT /v1/lamps/{path}", "PUT /v1/lamps/a/b/c HTTP/1.1\n\n{}", []],
  ["PUT /v1/lamps", "curl -T lamp.json <lights>/v2/lamps", []],
  ["PUT /v1/lamps", "curl http://a.example/token\ncurl -X POST http://a.example/v1/shades -d '{}'", []],
  ["POST /v1/lamps", "curl -sX POST http://a.example/v1/lamps", []],
  ["POST /v1/lamps", "curl http://a.example/v1/lamps -d'{}'", []],
  ["PUT /v1/lamps", "curl --request=PUT http://a.example/v1/lamps", []],
  ["PUT /v1/lamps", "curl -X $METHOD http://a.example/v1/lamps", []],
  ["POST /v1/lamps", "curl -sS http://a.example/v1/lamps", ["method-contradicted http://a.example/v1/lamps"]],
  ["POST /v1/{house}/lamps", "POST /lamps HTTP/1.1\n\n{}", []],
  ["PUT /v1/lamps", "POST data\n", []],
  ["GET /v1/lamps", "curl -I http://a.example/v1/lamps", []],
  ["POST /v1/lamps", "curl -X PUT http://a.example/...", []],
])("the request in a sample of %s: %s", (called, sample, expected) => {
  expect(ofSample(called, sample)).toEqual(expected);
});
