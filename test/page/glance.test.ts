import { expect, test } from "vitest";
import { requestLine, responsesLine } from "../../src/browser/glance.ts";

test("method and path, without what tells operations of a path apart", () => {
  expect(requestLine("post", "/lamps/{id}/action#dimLamp")).toBe("`POST /lamps/{id}/action`");
});

test("codes of success and of errors", () => {
  expect(responsesLine({ 200: {}, 300: {}, 404: {}, "5XX": {} })).toBe(
    "Responses: `200`, `300` · Errors: `404`, `5XX`",
  );
  expect(responsesLine({ default: {} })).toBe("Responses: `default`");
  expect(responsesLine({ 409: {} })).toBe("Errors: `409`");
  expect(responsesLine(undefined)).toBe("");
});
