import { expect, test } from "vitest";
import {
  actionOfTitle,
  camelCase,
  componentName,
  mergedOperationIds,
  pascalCase,
  pathOperationId,
  singular,
  UniqueNames,
} from "../../src/openapi/names.ts";

test.each([
  ["Create widget", "createWidget"],
  ["List OS-WIDGET parts", "listOSWIDGETParts"],
  ["ID of a lamp", "idOfALamp"],
  ["Show lamp’s colour", "showLampsColour"],
  ["Café löschen", "cafeLoschen"],
  ["2nd try", "n2ndTry"],
  ["???", ""],
])("camelCase of %j is %j", (text, wanted) => {
  expect(camelCase(text)).toBe(wanted);
});

test.each([
  ["share_replica", "ShareReplica"],
  ["OS-EXT:host", "OSEXTHost"],
  ["64bit", "N64bit"],
])("pascalCase of %j is %j", (text, wanted) => {
  expect(pascalCase(text)).toBe(wanted);
});

test.each([
  ["widgets", "widget"],
  ["policies", "policy"],
  ["addresses", "address"],
  ["boxes", "box"],
  ["batches", "batch"],
  ["status", "status"],
  ["metadata", "metadata"],
  ["dns", "dns"],
])("singular of %j is %j", (word, wanted) => {
  expect(singular(word)).toBe(wanted);
});

test.each([
  ["lamp id", "lamp_id"],
  ["router:external", "router_external"],
  ["$x$", "x"],
  ["***", "unnamed"],
])("componentName of %j is %j", (text, wanted) => {
  expect(componentName(text)).toBe(wanted);
});

test("names that differ in case only are taken for the same", () => {
  const names = new UniqueNames();
  expect(["Lamp", "lamp", "LAMP", "v2", "V2"].map((name) => names.take(name))).toEqual([
    "Lamp",
    "lamp2",
    "LAMP3",
    "v2",
    "V2_2",
  ]);
});

test.each([
  ["Pause lamp (pause Action)", "pause"],
  ["Dim (os-dim action) (DEPRECATED)", "os-dim"],
  ["Take action", undefined],
])("the action of %j is %j", (title, wanted) => {
  expect(actionOfTitle(title)).toBe(wanted);
});

test.each([
  ["POST", "/v2/{project_id}/lamps/{id}/action", "postLampsAction"],
  ["GET", "/", "get"],
])("%s %s together are %s", (method, path, wanted) => {
  expect(pathOperationId(method, path)).toBe(wanted);
});

test("merged operations that clash are told apart by version, else by path", () => {
  const ids = (...paths: string[]) => [
    ...mergedOperationIds(
      paths.map((path) => ({ method: "POST", path })),
      ["postBulbsAction"],
    ).values(),
  ];
  expect(ids("/v2/lamps/{id}/action", "/v3/{project}/lamps/{id}/action", "/v3/desks/{id}/action")).toEqual([
    "postLampsActionV2",
    "postLampsActionV3",
    "postDesksAction",
  ]);
  expect(ids("/v2/lamps/{id}/action", "/v2/{project}/lamps/{id}/action")).toEqual([
    "postV2LampsByIdAction",
    "postV2ByProjectLampsByIdAction",
  ]);
  expect(ids("/v2/bulbs/action")).toEqual(["postBulbsAction2"]);
});
