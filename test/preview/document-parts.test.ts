import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { changedParts, partsOf, pathsToDraw, withChanges } from "../../src/preview/document-parts.ts";

const lamp: JsonObject = { type: "object", properties: { name: { type: "string" } } };
const before: JsonObject = {
  openapi: "3.1.1",
  info: { title: "Lamps", version: "1" },
  paths: { "/lamps": { get: { operationId: "list" } }, "/lamps/{id}": { get: { operationId: "show" } } },
  components: { schemas: { Lamp: lamp, Shade: {} }, examples: { one: { value: 1 } } },
};

function changesTo(after: JsonObject) {
  const changes = changedParts(partsOf(before), partsOf(after));
  // as it goes over the wire
  const received = JSON.parse(JSON.stringify(changes)) as typeof changes;
  const made = withChanges(before, received);
  expect(JSON.stringify(made)).toBe(JSON.stringify(after));
  return { changes, made };
}

test("nothing where nothing has changed", () => {
  expect(changesTo(structuredClone(before)).changes).toEqual([]);
});

test("one path, and all else is the same object", () => {
  const get = { operationId: "list", summary: "List lamps" };
  const { changes, made } = changesTo({
    ...before,
    paths: { ...(before.paths as object), "/lamps": { get } },
  });
  expect(changes).toEqual([{ at: ["paths"], set: { "/lamps": { get } } }]);
  expect(made.components).toBe(before.components);
  expect((made.paths as JsonObject)["/lamps/{id}"]).toBe((before.paths as JsonObject)["/lamps/{id}"]);
});

test("one component", () => {
  const components = { ...(before.components as JsonObject), schemas: { Lamp: {}, Shade: {} } };
  expect(changesTo({ ...before, components }).changes).toEqual([
    { at: ["components", "schemas"], set: { Lamp: {} } },
  ]);
});

test("what is new, gone or stands elsewhere comes with the order of all", () => {
  const paths = { "/new": {}, "/lamps/{id}": (before.paths as JsonObject)["/lamps/{id}"]! };
  expect(changesTo({ ...before, paths }).changes).toEqual([
    { at: ["paths"], set: { "/new": {} }, keys: ["/new", "/lamps/{id}"] },
  ]);
  const { "/lamps": first, "/lamps/{id}": second } = before.paths as Record<string, JsonObject>;
  expect(changesTo({ ...before, paths: { "/lamps/{id}": second, "/lamps": first } }).changes).toEqual([
    { at: ["paths"], set: {}, keys: ["/lamps/{id}", "/lamps"] },
  ]);
});

test("containers come and go", () => {
  const { components: _, ...without } = before;
  expect(changesTo(without).changes).toMatchObject([{ at: [], set: {}, keys: ["openapi", "info", "paths"] }]);
  changesTo({ ...before, webhooks: { lit: { post: {} } }, components: { headers: { a: {} } } });
  changesTo({ ...before, paths: {}, info: { title: "Lamps", version: "2" } });
});

test("names that mean something to JavaScript are names", () => {
  const paths = JSON.parse(
    '{ "__proto__": { "get": {} }, "constructor": { "get": {} }, "7": {} }',
  ) as JsonObject;
  const { made } = changesTo({ ...before, paths });
  expect(Object.keys(made.paths as object)).toContain("__proto__");
  expect(({} as { get?: unknown }).get).toBeUndefined();
});

test("which paths are to be drawn anew, or that all are", () => {
  const paths = (after: JsonObject, changed: readonly string[], added: readonly string[] = []) =>
    pathsToDraw(after, changesTo(after).changes, { changed, added, renamed: [] });
  const get = { operationId: "list", summary: "List lamps" };
  const other = { ...before, paths: { ...(before.paths as object), "/lamps": { get } } };
  expect(paths(other, ["list"])).toEqual(["/lamps"]);
  const components = { schemas: { Lamp: {}, Lamps: {} } };
  expect(paths({ ...other, components }, ["list", "show"])).toEqual(["/lamps", "/lamps/{id}"]);
  expect(paths(other, ["list", "lit"])).toBeUndefined();
  expect(
    paths({ ...before, paths: { ...(before.paths as object), "/new": {} } }, [], ["new"]),
  ).toBeUndefined();
  expect(paths({ ...before, info: { title: "Lamps", version: "2" } }, [])).toBeUndefined();
  const many = Object.fromEntries(
    Array.from({ length: 41 }, (_, index) => [`/${index}`, { get: { operationId: `${index}` } }]),
  );
  expect(
    pathsToDraw({ paths: many }, [], {
      changed: Object.keys(many).map((path) => path.slice(1)),
      added: [],
      renamed: [],
    }),
  ).toBeUndefined();
  const verb = { "x-openstack-additional-operations": { COPY: { operationId: "copy" } } };
  expect(pathsToDraw({ paths: { "/a": verb } }, [], { changed: ["copy"], added: [], renamed: [] })).toEqual([
    "/a",
  ]);
});
