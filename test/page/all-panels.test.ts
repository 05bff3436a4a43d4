import { expect, test } from "vitest";
import { allPanels } from "../../src/browser/all-panels.ts";

test("each code and media type that has a sample is a panel", () => {
  const json = { exampleIds: ["a", "b"] };
  const text = { exampleIds: ["c"] };
  const panels = allPanels({
    responseCodes: [
      { code: "200", mediaTypeContent: { "application/json": json, "text/plain": text, "text/html": {} } },
      { code: "202", exampleIds: ["d"] },
      { code: "404" },
    ],
  });
  expect(panels.map(({ responseCodes }) => responseCodes)).toEqual([
    [{ code: "200", mediaTypes: ["application/json"], mediaTypeContent: { "application/json": json } }],
    [{ code: "200", mediaTypes: ["text/plain"], mediaTypeContent: { "text/plain": text } }],
    [{ code: "202", exampleIds: ["d"] }],
  ]);
});

test("the first code stands for all where none has a sample", () => {
  const panels = allPanels({ responseCodes: [{ code: "204" }, { code: "404" }] });
  expect(panels).toEqual([{ responseCodes: [{ code: "204" }] }]);
  expect(allPanels({ responseCodes: [] })).toEqual([]);
});

test("a request has a panel for each media type", () => {
  const one = { mediaTypeSchemas: { "application/json": {} } };
  expect(allPanels(one)).toEqual([one]);
  expect(allPanels({})).toEqual([{}]);
  expect(allPanels({ mediaTypeSchemas: { a: {}, b: {} } }).map(({ mediaTypes }) => mediaTypes)).toEqual([
    ["a"],
    ["b"],
  ]);
});
