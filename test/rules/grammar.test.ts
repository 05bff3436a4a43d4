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
  ["Where a lamp doesn't exists.", "`exists` stands behind `doesn't`. Write `doesn't exist`."],
  ["A lamp does not\nmatches it.", "`matches` stands behind `does not`. Write `does not match`."],
  ["It will be include in the list.", "`include` stands behind `be`. Write `be included`."],
  ["Where it has been modify.", "`modify` stands behind `been`. Write `been modified`."],
  [
    "Where the lamp is exists.",
    "`is` stands before `exists`, which is a verb of its own. Remove one of the two.",
  ],
  [
    "The ``dim`` attribute allows to set the light.",
    "`allows` stands without whom or what. Write `allows you to`, or name what is allowed.",
  ],
  ["The lamp reports it's status.", "`it's` is short for `it is`. Write `its status`."],
  ["Its an arbitrary text.", "`Its` is no verb. Write `It's an`."],
  [
    "Of all calls, this operation only support one.",
    "`support` stands behind `operation`, which is one. Write `supports`.",
  ],
  ["These calls only works here.", "`works` stands behind `calls`, which are many. Write `work`."],
  ["If users does so.", "`does` stands behind `users`, who are many. Write `do`."],
  ["It burns after create the lamp.", "`create` stands behind `after`. Write `after creating`."],
  ["It burns when use a lamp.", "`use` stands behind `when`. Write `when using`."],
  ["A tag to given to lamps.", "`be` is missing. Write `to be given`."],
  ["This is a list of dictionary.", "A list holds many. Write `dictionaries`."],
  ["It has a an attribute.", "Two articles stand side by side: `a an`. Remove one."],
  ["Lights a lamp lamp now.", "`lamp` stands twice. Remove one."],
  ["Lamps that burn in in a room.", "`in` stands twice. Remove one."],
  ["Places such as as rooms.", "`as` stands twice. Remove one."],
  ["A SSH key.", "`A` stands before `SSH`. Write `An SSH`."],
  ["A ``empty_lamp`` burns.", "`A` stands before `empty`. Write `An empty`."],
  ["A tag to given to lamps.", "`be` is missing. Write `to be given`."],
  ["It must given by you.", "`be` is missing. Write `must be given`."],
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
  "Each of these calls works. One of the users does so. These calls, which it allows.",
  "Before update 5. After update the lamp burns. The call to delete a lamp, when the update ends. Those added to given lamps.",
  "A list of key and value pairs. A list of object names. A list of tags.",
  "It does not always exist. What it does matches. Do not return lists.",
  "To be update, or not to be use, delete or change. It must be used, and can be set.",
  "It changes from lit to deleted if it burns, is set to ignored on errors, and to deleted when it is old.",
  "The action must be add. It may be delete. It's key to lamps. This allows to some degree.",
  "What it is depends on what lamps are. Are requests lit?",
  "Lamps that the API allows to burn. It allows to be dimmed. The policy allows you to do so.",
  "It's a lamp, it's lit, it's status-dependent, it's name of all that counts. Its own status.",
  "The lamps this call and that one only support.",
  "See the A record and a record. The lamp\nlamp list. A server servers.",
  "Whoever is logged in in the evening.",
  "A ``uuid``, an ``id``, a ``xyz_lamp``, a ``os-lamp`` and a ``true``.",
])("nothing: %s", (text) => {
  expect(spellingOf(text).slips).toEqual([]);
});
