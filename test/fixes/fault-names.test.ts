import { expect, test } from "vitest";
import { isNameOf } from "../../src/fixes/fault-names.ts";

test.each<[code: string, name: string, wanted: boolean]>([
  ["400", "badRequest", true],
  ["400", "Bad Request", true],
  ["404", "itemNotFound", true],
  ["404", "notfound", true],
  ["404", "Not Found.", true],
  ["409", "conflict", true],
  ["413", "Request Entity Too Large", true],
  ["500", "computeFault", true],
  ["501", "methodNotImplemented", true],
  ["204", "No content", true],
  ["404", "", true],
  ["404", "notFoundError", true],
  ["409", "conflictFault", true],
  ["423", "resourceLockedException", true],
  ["400", "HTTPBadRequest", true],
  ["409", "errorConflict", false],
  ["404", "myItemNotFound", false],
  ["404", "lampNotFound", false],
  ["400", "notFound", false],
  ["404", "if the lamp is gone", false],
  ["404", "見つかりません", false],
  ["499", "badRequest", false],
])("%s %s: %s", (code, name, wanted) => {
  expect(isNameOf(code, name)).toBe(wanted);
});
