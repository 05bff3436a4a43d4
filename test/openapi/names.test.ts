import { expect, test } from "vitest";
import {
  actionOfTitle,
  componentName,
  LONGEST_NAME,
  shortened,
  UniqueNames,
} from "../../src/openapi/names.ts";
import { camelCase, joinedNames, pascalCase, singular } from "../../src/text/words.ts";

test.each([
  ["Create widget", "createWidget"],
  ["List OS-WIDGET parts", "listOsWidgetParts"],
  ["Delete a lamp of the room", "deleteLampOfRoom"],
  ["Show API IDs of an AZ", "showApiIdsOfAz"],
  ["The", "the"],
  ["ID of a lamp", "idOfLamp"],
  ["Show lamp’s colour", "showLampsColour"],
  ["Café löschen", "cafeLoschen"],
  ["2nd try", "n2ndTry"],
  ["???", ""],
])("camelCase of %j is %j", (text, wanted) => {
  expect(camelCase(text)).toBe(wanted);
});

test.each([
  ["share_replica", "ShareReplica"],
  ["OS-EXT:host", "OsExtHost"],
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
  ["aliases", "alias"],
  ["alias", "alias"],
  ["lamp_stats", "lamp_stats"],
  ["thermostats", "thermostat"],
  ["amphorae", "amphora"],
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
  ["dimLampOfRoom", "dimLampOfRoom"],
  [
    "changeBrightnessOfAllLampsInRoomForGuestsWithinGivenHoursOfNight",
    "changeBrightnessLampsRoomGuestsGivenHoursNight",
  ],
  [
    "showWonderfulDefinitionNamespaceGadgetCollectionMembershipsSchema",
    "showDefinitionNamespaceGadgetCollectionMembershipsSchema",
  ],
  [`list${"x".repeat(80)}`, `list${"x".repeat(56)}`],
])("%s is shortened to %s", (name, want) => {
  expect(shortened(name)).toBe(want);
  expect(want.length).toBeLessThanOrEqual(LONGEST_NAME);
});

test.each([
  ["ListLamps", "Lamp", "ListLamp"],
  ["UpdateLampShade", "LampShade", "UpdateLampShade"],
  ["ListLampShades", "Shade", "ListLampShade"],
  ["ShowLamp", "Shade", "ShowLampShade"],
  ["Lamp", "Lamp", "LampLamp"],
])("%s joined with %s is %s", (first, second, wanted) => {
  expect(joinedNames(first, second)).toBe(wanted);
});
