import { expect, test } from "vitest";
import { spellingOf } from "../../src/checks/spelling.ts";

test.each([
  ["The value of ``watts`` value is 5.", "`value` stands before and behind the name. Remove one."],
  ["To dim it, this should always set to 1.", "`be` is missing. Write `should always be set to`."],
  ["A lamp can specifies it.", "`specifies` stands behind `can`. Write `can specify`."],
  [
    "See what should needs to be lit.",
    "`should` and `needs to` say the same, one behind the other. Remove one.",
  ],
  ["A ``lamp`` objects.", "`A` is one, and `objects` are many. Write one or the other."],
  ["A lamp can further instructs it.", "`instructs` stands behind `can`. Write `can further instruct`."],
  ["Where the lamp can't processed.", "`be` is missing. Write `can't be processed`."],
  ["A lamp in stead of a candle.", "It is one word. Write `instead of`."],
  ["Where lamps burn , they glow.", "A space stands before the comma. Remove it."],
  ["Name the lamp,the room glows.", "No space stands behind the comma. Write `lamp, the`."],
  ["Lists the lamps.. Twice.", "The full stop stands twice. Remove one."],
  ["A ``empty_lamp`` burns.", "`A` stands before `empty`. Write `An empty`."],
  ["It is an `shade`.", "`an` stands before `shade`. Write `a shade`."],
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
  "Lamps, rooms, etc.. and so on... and ``a`` , ``b``.",
  "Sorted by name,age or created_at,the_name.",
  "What cannot be created can create it.",
  "A ``uuid``, an ``id``, a ``xyz_lamp``, a ``os-lamp`` and a ``true``.",
])("nothing: %s", (text) => {
  expect(spellingOf(text).slips).toEqual([]);
});
