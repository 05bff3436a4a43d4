import { expect, test } from "vitest";
import { spellingOf } from "../../src/checks/spelling.ts";

test.each([
  ["The value of ``watts`` value is 5.", "`value` stands before and behind the name. Remove one."],
  ["To dim it, this should always set to 1.", "`be` is missing. Write `should always be set to`."],
  ["A lamp can specifies it.", "`specifies` stands behind `can`. Write `can specify`."],
  ["A ``lamp`` objects.", "`A` is one, and `objects` are many. Write one or the other."],
  ["Shows an information about it.", "`an` stands before `information`, which takes no article. Remove it."],
])("%s", (text, message) => {
  expect(spellingOf(text).slips.map((slip) => slip.message)).toEqual([message]);
});

test.each([
  "The value of ``watts`` of the lamp has a value.",
  "Lamps that people should set to 1.",
  "What the tin contains it must contain.",
  "A ``lamp`` object, the ``lamp`` objects and an objects entity.",
  "An information desk.",
])("nothing: %s", (text) => {
  expect(spellingOf(text).slips).toEqual([]);
});
