import { expect, test } from "vitest";
import { readApiRef } from "../../src/apiref/read.ts";
import { mergedOperationIds, operationIds, pathOperationId } from "../../src/openapi/operation-ids.ts";
import { ROOT, treeOf } from "../support/project.ts";

/** A page: section → title of an operation → its method and URL. */
type Page = Record<string, Record<string, string>>;

function idsOf(page: Page): Record<string, string> {
  const index = Object.entries(page)
    .map(([section, operations]) => {
      const inside = Object.entries(operations).map(
        ([title, target]) => `${title}\n${"-".repeat(80)}\n\n.. rest_method:: ${target}\n`,
      );
      return `${section}\n${"=".repeat(80)}\n\n${inside.join("\n")}`;
    })
    .join("\n");
  const { files } = treeOf({ "index.rst": `${"#".repeat(9)}\nHouse API\n${"#".repeat(9)}\n\n${index}` });
  const operations = readApiRef(files, ROOT).documents.flatMap((document) => document.operations);
  return Object.fromEntries(
    [...operationIds(operations)].map(([{ method, target }, id]) => [`${method} ${target.path}`, id]),
  );
}

test("a title gives the name, without articles and without what stands in brackets", () => {
  expect(idsOf({ Lamps: { "Dim the lamp (dim action)": "POST /lamps/{id}/action" } })).toEqual({
    "POST /lamps/{id}/action": "dimLamp",
  });
});

test("the version in the path tells clashing titles apart", () => {
  expect(
    idsOf({
      "Lamps v2": { "Show lamp": "GET /v2/lamps/{id}" },
      "Lamps v3": { "Show lamp": "GET /v3/lamps/{id}" },
    }),
  ).toEqual({ "GET /v2/lamps/{id}": "showLampV2", "GET /v3/lamps/{id}": "showLampV3" });
});

test("the section tells clashing titles apart by the words that the title lacks", () => {
  expect(
    idsOf({
      "Lamp keys": { "List keys": "GET /lamps/{id}/keys" },
      "Room keys": { "List keys": "GET /rooms/{id}/keys" },
    }),
  ).toEqual({ "GET /lamps/{id}/keys": "listKeysLamp", "GET /rooms/{id}/keys": "listKeysRoom" });
});

test("what the paths differ in tells apart, not what the title says already", () => {
  expect(
    idsOf({
      Shades: {
        "List lamp shades": "GET /{house}/lamps/{lamp}/shades",
        "List lamp shades ": "GET /{house}/mgmt/lamp-shades",
      },
    }),
  ).toEqual({
    "GET /{house}/lamps/{lamp}/shades": "listLampShades",
    "GET /{house}/mgmt/lamp-shades": "listLampShadesMgmt",
  });
});

test("names stay when an operation of the same title is added that differs in something else", () => {
  const two: Page = {
    "Lamp keys": { "List keys": "GET /v2/lamps/{id}/keys" },
    "Room keys": { "List keys": "GET /v2/rooms/{id}/keys" },
  };
  const three = { "Desk keys": { "List keys": "GET /v2/desks/{id}/keys" }, ...two };
  expect(idsOf(three)).toMatchObject(idsOf(two));
});

test("what only two signs together tell apart bears both", () => {
  expect(
    idsOf({
      Lamps: { "Show keys": "GET /v2/lamps/keys" },
      Lights: { "Show keys": "GET /v3/lamps/keys" },
      Rooms: { "Show keys": "GET /v2/rooms/keys", "Show keys ": "GET /v3/rooms/keys" },
    }),
  ).toEqual({
    "GET /v2/lamps/keys": "showKeysLamps",
    "GET /v3/lamps/keys": "showKeysLights",
    "GET /v2/rooms/keys": "showKeysV2Rooms",
    "GET /v3/rooms/keys": "showKeysV3Rooms",
  });
});

test("what is added makes no name longer than sixty letters where something shorter tells enough", () => {
  const title = "Show everything that is known of lamp shades in houses";
  const ids = Object.values(
    idsOf({
      "Shades of the second kind": { [title]: "GET /lamps/shades" },
      "Shades of the third kind": { [title]: "GET /old/shades" },
    }),
  );
  expect(ids).toHaveLength(2);
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(60);
});

test.each([
  ["POST", "/v2/{project_id}/lamps/{id}/action", "postLampsAction"],
  ["GET", "/", "getRoot"],
  [
    "GET",
    "/lamps/{id}/replaceable-shades/{shade}/replaceable-fabrics/{fabric}/suppliers/countries",
    "getReplaceableShadesReplaceableFabricsSuppliersCountries",
  ],
])("%s %s together are %s", (method, path, wanted) => {
  expect(pathOperationId(method, path)).toBe(wanted);
});

test("merged operations that clash are told apart by version, else by a part of the path", () => {
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
    "postLampsAction",
    "postLampsActionByProject",
  ]);
  expect(ids("/v2/bulbs/action")).toEqual(["postBulbsActionV2"]);
});

test("the first sentence of a title that is too long names its operation", () => {
  const ids = idsOf({
    Lamps: {
      "Change lamp options. Use the house as the lamp for the options of all lamps that stand in it":
        "PUT /lamps/{id}",
    },
  });
  expect(Object.values(ids)).toEqual(["changeLampOptions"]);
});
