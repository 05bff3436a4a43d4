import { expect, test } from "vitest";
import { likeness, mountedPath, shownPath } from "../../src/verify/paths.ts";

test.each([
  ["/v2/{project_id}/widgets/{id}", 2, ["widgets", "{id}"]],
  ["/identity/v3/widgets", 3, ["widgets"]],
  ["/api/widget/v1.0/7d2f1c9a4b8e4f0f9c3a5e6d7b8a9c0d/widgets", 1, ["widgets"]],
  ["/{api_version}/widgets", undefined, ["widgets"]],
  ["/v2/widgets/", 2, ["widgets"]],
  ["/widgets/{id}/v1", undefined, ["widgets", "{id}", "v1"]],
  ["/", undefined, []],
])("what is left of %s below mount point, version and project", (path, major, rest) => {
  const mounted = mountedPath(path);
  expect([mounted.major, mounted.ways.at(-1)]).toEqual([major, rest]);
});

test.each([
  ["/widgets/detail", "/widgets/detail", 6],
  ["/widgets/detail", "/widgets/{id}", 4],
  ["/widgets/{widget}", "/widgets/{id}", 5],
  ["/widgets/{id}", "/widgets/detail", undefined],
  ["/widgets/7", "/widgets", undefined],
  ["/reverse/north:7", "/reverse/{region}:{id}", 4],
  ["/reverse/north", "/reverse/{region}:{id}", undefined],
])("how well %s fits %s", (path, template, score) => {
  const parts = (text: string) => text.split("/").slice(1);
  expect(likeness(parts(path), parts(template))).toBe(score);
});

test.each([
  ["/v2/7d2f1c9a4b8e4f0f9c3a5e6d7b8a9c0d/widgets/12", "/v2/{project_id}/widgets/{id}"],
  ["/widgets/e27b91d4-5c3a-49f6-8e10-a4d8c6f3b157/lock", "/widgets/{id}/lock"],
  ["/widgets/my%20secret%20name", "/widgets/{id}"],
  ["/OS-WIDGETS/types/default_type", "/OS-WIDGETS/types/default_type"],
])("%s is shown as %s", (path, shown) => {
  expect(shownPath(path)).toBe(shown);
});
