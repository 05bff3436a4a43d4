import { expect, test } from "vitest";
import {
  compareVersions,
  holdsAt,
  parseVersion,
  rowVersions,
  unitedVersions,
  versionRangeIn,
  versionsOfOperation,
} from "../../src/apiref/versions.ts";

test.each([
  ["2.11", [2, 11]],
  ["v2.11", [2, 11]],
  [" 1.0 ", [1, 0]],
  ["2", undefined],
  ["2.1.3", undefined],
  ["latest", undefined],
  ["2.x", undefined],
  ["", undefined],
])("parseVersion(%j)", (text, want) => {
  expect(parseVersion(text)).toEqual(want);
});

test("orders versions by number, not by text", () => {
  const sorted = ["2.11", "2.9", "3.0", "2.100", "2.20", "2.2", "odd"].sort(compareVersions);
  expect(sorted).toEqual(["odd", "2.2", "2.9", "2.11", "2.20", "2.100", "3.0"]);
});

test.each([
  [{}, "2.5", true],
  [{ min: "2.9" }, "2.11", true],
  [{ min: "2.9" }, "2.9", true],
  [{ min: "2.9" }, "2.8", false],
  [{ max: "2.9" }, "2.11", false],
  [{ max: "2.9" }, "2.9", true],
  [{ min: "2.1", max: "2.9" }, "2.5", true],
  [{ min: "soon", max: "late" }, "2.5", true],
])("holdsAt(%j, %j)", (range, version, want) => {
  expect(holdsAt(range, version)).toBe(want);
});

test.each([
  ["Response (microversions 2.1 - 2.87)", { min: "2.1", max: "2.87" }],
  ["201 (microversions 1.20 - )", { min: "1.20" }],
  ["202 (microversion 2.101 -)", { min: "2.101" }],
  ["Response (microversions - 2.30)", { max: "2.30" }],
  ["Move widgets (versions 2.5 to 2.14)", { min: "2.5", max: "2.14" }],
  ["Widgets (since 2.11)", { min: "2.11" }],
  ["Widgets (Since API Version 2.86)", { min: "2.86" }],
  ["Widgets (since API v2.31)", { min: "2.31" }],
  ["Widgets (starting with API microversion ``1.114``):", { min: "1.114" }],
  ["Widgets (widgets) (3.55 or later)", { min: "3.55" }],
  ["microversion 2.53 or greater", { min: "2.53" }],
  ["versions 2.4 and prior", { max: "2.4" }],
  ["until 2.44", { max: "2.44" }],
  ["Available until version 2.44", { max: "2.44" }],
  ["since 2.3, until 2.44", { min: "2.3", max: "2.44" }],
  ["Up to **microversion 2.44**", { max: "2.44" }],
  ["before microversion 2.16", { max: "2.15" }],
  ["prior to 3.0", undefined],
  ["If any microversion < 2.57 is given", { max: "2.56" }],
  ["microversion >= 2.57", { min: "2.57" }],
  ["microversion > 2.57", { min: "2.58" }],
  ["removed in version 2.36", { max: "2.35" }],
  ["deprecated since version 2.36", undefined],
  ["**Example show widget (v2.75): JSON response**", { min: "2.75" }],
  ["Response example(2.50)", { min: "2.50" }],
  ["v2.75", { min: "2.75" }],
  ["microversion 2.75", { min: "2.75" }],
  ["versions 2.9 - 2.5", undefined],
  ["Widgets 2.0 (widgets, gadgets)", undefined],
  ["requests to /v2.0/widgets", undefined],
  ["Release 2.5.1 notes", undefined],
  ["Response codes", undefined],
  ["", undefined],
])("versionRangeIn(%j)", (text, want) => {
  expect(versionRangeIn(text)).toEqual(want);
});

test("a row holds where both its table and its definition do", () => {
  expect(rowVersions({ minVersion: "2.10", definition: { minVersion: "2.9", maxVersion: "2.40" } })).toEqual({
    minVersion: "2.10",
    maxVersion: "2.40",
  });
  expect(rowVersions({ definition: undefined })).toEqual({});
});

test.each([
  [
    [{ minVersion: "2.10", maxVersion: "2.20" }, { minVersion: "2.9" }, { minVersion: "2.21" }],
    { minVersion: "2.9" },
  ],
  [[{ maxVersion: "2.9" }, { minVersion: "2.8", maxVersion: "2.10" }], { maxVersion: "2.10" }],
  [[{ minVersion: "2.10" }, {}], {}],
  [[], {}],
])("unitedVersions(%j)", (bounds, want) => {
  expect(unitedVersions(bounds)).toEqual(want);
});

test.each([
  ["/v3/lamps", {}, { minVersion: "3.0" }],
  ["/v2.1/lamps", { maxVersion: "2.9" }, { minVersion: "2.1", maxVersion: "2.9" }],
  ["/v3", { minVersion: "3.4" }, { minVersion: "3.4" }],
  ["/lamps", {}, {}],
  ["/v3x/lamps", {}, {}],
])("versionsOfOperation(%j, %j)", (path, bounds, want) => {
  expect(versionsOfOperation({ target: { path }, ...bounds })).toEqual(want);
});
