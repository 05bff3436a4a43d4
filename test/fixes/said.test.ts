import { expect, test } from "vitest";
import { readApiRef } from "../../src/apiref/read.ts";
import { saidBeyondCode } from "../../src/fixes/said.ts";
import { ROOT, treeOf } from "../support/project.ts";

/** What the prose of an operation says beyond its codes: `404 lamp_gone: If the lamp is gone.` */
function said(prose: string, title = "Dim a lamp"): string[] {
  const page = `Lamps\n=====\n\n${title}\n${"-".repeat(60)}\n\n.. rest_method:: PUT /lamps\n\n${prose}\n`;
  const [document] = readApiRef(treeOf({ "index.rst": page }).files, ROOT).documents;
  const [operation] = document!.operations;
  return operation!.statuses.map((row) => {
    const known = saidBeyondCode(row, operation!, " A meaning. ");
    return known === undefined ? row.code : `${row.code} ${known.name}: ${known.text}`;
  });
}

const inItem = (text: string, title?: string) => said(`Error codes:\n\n- ${text}\n`, title);

test.each<[string, ...string[]]>([
  ["404: lamp is gone", "404 lamp_gone: Lamp is gone."],
  ["404: lampX is gone", "404 lamp_x_gone: lampX is gone."],
  ["404: gone", "404 gone: A meaning (gone)."],
  ["404: the lamp is hot (or not.)", "404 lamp_hot: The lamp is hot (or not.)"],
  ["404: the lamp is `hot`", "404 lamp_hot: The lamp is `hot`."],
  ["404: is it hot?", "404 hot: Is it hot?"],
  ["404: is it (hot)", "404 reason: Is it (hot)."],
  ["404: as follows:", "404 as_follows: As follows:"],
  ["404: at most 5", "404 at_most_5: At most 5."],
  ["404: it *is*", "404 reason: It *is*."],
  ["404: Ä lamp", "404 lamp: Ä lamp."],
])("a sentence has a capital and a full stop: %s", (item, ...wanted) => {
  expect(inItem(item)).toEqual(wanted);
});

test.each<[string, ...string[]]>([
  ["The lamp is gone (404)", "404 lamp_gone: The lamp is gone."],
  ["The lamp is gone ( 404 ).", "404 lamp_gone: The lamp is gone."],
  ["The lamp (a big one) is gone (404)", "404 lamp_gone: The lamp (a big one) is gone (404)."],
  ["The lamp is gone (404) or not", "404 lamp_gone_or_not: The lamp is gone (404) or not."],
  ["**404** - lamp is gone", "404 lamp_gone: Lamp is gone."],
  ["``404`` lamp is gone", "404 lamp_gone: Lamp is gone."],
  ["(404) lamp is gone"],
  ["404, lamp is gone", "404 lamp_gone: Lamp is gone."],
  ["404; lamp is gone", "404 lamp_gone: Lamp is gone."],
  ["404. lamp is gone"],
  ["404: - lamp is gone", "404 lamp_gone: - lamp is gone."],
  ["404 -1 lamps are there", "404 reason_1_lamps: -1 lamps are there."],
  ["404 – lamp is gone", "404 lamp_gone: Lamp is gone."],
  ["404 — lamp is gone", "404 lamp_gone: Lamp is gone."],
  ["404(lamp is gone)", "404 lamp_gone: Lamp is gone."],
  ["404 (lamp is gone).", "404 lamp_gone: Lamp is gone."],
  ["404 (lamp is gone) or not", "404 or_not: (lamp is gone) or not."],
  ["404 lamp (is gone)", "404 lamp: Lamp (is gone)."],
  ["if gone, 404 is given", "404 gone_404_given: If gone, 404 is given."],
])("what stands beside one code: %s", (item, ...wanted) => {
  expect(inItem(item)).toEqual(wanted);
});

test.each<[string, ...string[]]>([
  ["404 and 409", "404", "409"],
  ["404, 409 and 410", "404", "409", "410"],
  ["404/409: no lamp", "404 no_lamp: No lamp.", "409 no_lamp: No lamp."],
  ["404 & 409 - no lamp", "404 no_lamp: No lamp.", "409 no_lamp: No lamp."],
  ["404 or 409 (no lamp)", "404 no_lamp: No lamp.", "409 no_lamp: No lamp."],
  ["``404``, ``409``: no lamp", "404 no_lamp: No lamp.", "409 no_lamp: No lamp."],
  [
    "404: no lamp, 409: hot lamp",
    "404 reason_404_no_lamp_409_hot_lamp: 404: no lamp, 409: hot lamp.",
    "409 reason_404_no_lamp_409_hot_lamp: 404: no lamp, 409: hot lamp.",
  ],
  [
    "404 and 409: see RFC 2616.404",
    "404 see_rfc_2616_404: See RFC 2616.404.",
    "409 see_rfc_2616_404: See RFC 2616.404.",
  ],
  [
    "lamps of 404 or 409",
    "404 lamps_404_or_409: Lamps of 404 or 409.",
    "409 lamps_404_or_409: Lamps of 404 or 409.",
  ],
  ["404 and 409: 3", "404 reason_3: A meaning (3).", "409 reason_3: A meaning (3)."],
  ["404 and 409: é", "404 e: É.", "409 e: É."],
])("what is said of several codes: %s", (item, ...wanted) => {
  expect(inItem(item)).toEqual(wanted);
});

test.each<[string, ...string[]]>([
  ["Errors: 404, 409", "404", "409"],
  ["Error: 404 and 409", "404", "409"],
  ["Failure - 404 or 409", "404", "409"],
  ["faults: 404", "404"],
  ["Success: 200", "200"],
  ["Successful: 200", "200"],
  ["Normal: 200", "200"],
  ["*Errors*: 404", "404"],
  ["Errors: 404\n\n  Lamp is gone.", "404 lamp_gone: Lamp is gone."],
  ["Error 404 lamp is gone", "404 error_404_lamp_gone: Error 404 lamp is gone."],
  ["Errors: 404, lamp", "404 errors_404_lamp: Errors: 404, lamp."],
])("a side is nothing that is said: %s", (item, ...wanted) => {
  expect(inItem(item)).toEqual(wanted);
});

test.each<[string, ...string[]]>([
  ["404\n\n  One.\n\n  Two.", "404 one_two: One.\n\nTwo."],
  [
    "404: no lamp\n\n  One:\n\n    deep\n  flat\n",
    "404 no_lamp_one_deep_flat: No lamp\n\nOne:\n\n  deep\nflat",
  ],
  ["404\n\n  - One\n  - Two", "404 one_two: - One\n- Two"],
  ["404:\n  lamp is\n  gone", "404 lamp_gone: Lamp is gone."],
  ["404\n\n      deep", "404 deep: A meaning (deep)."],
])("what stands below the codes: %s", (item, ...wanted) => {
  expect(inItem(item)).toEqual(wanted);
});

test.each<[string, ...string[]]>([
  ["Error codes: 404 (since version 1.2)", "404 since_1_2: A meaning (since version 1.2)."],
  ["Error codes: 404 (until microversion 1.2)", "404 until_1_2: A meaning (until microversion 1.2)."],
  [
    "Error codes: 404 (microversions 1.2 - 1.4)",
    "404 since_1_2_until_1_4: A meaning (microversions 1.2 - 1.4).",
  ],
  ["Error codes: 404 (1.2 or later), 409", "404 since_1_2: A meaning (1.2 or later).", "409"],
  ["Error codes: 404 (version 1.2 lamps)", "404 version_1_2_lamps: Version 1.2 lamps."],
  [
    "Error codes: lampGone(404), lampHot(409)",
    "404 lamp_gone: A meaning (lampGone).",
    "409 lamp_hot: A meaning (lampHot).",
  ],
  ["Error codes: 404 (lampGone/LampHot, x)", "404 lamp_gone_lamp_hot_x: A meaning (lampGone/LampHot, x)."],
  ["Error codes: 404 (lamp-gone)", "404 lamp_gone: A meaning (lamp-gone)."],
  ["Error codes: 404 (Lamp gone)", "404 lamp_gone: Lamp gone."],
  ["Error codes: itemNotFound(404)", "404"],
])("what a line of prose says: %s", (prose, ...wanted) => {
  expect(said(prose)).toEqual(wanted);
});

test.each<[string, ...string[]]>([
  ["when the lamp is hot", "lamp_hot"],
  ["whenever the lamp is hot", "lamp_hot"],
  ["because the lamp is hot", "lamp_hot"],
  ["where lamps are hot", "lamps_hot"],
  ["unless the lamp is hot", "unless_lamp_hot"],
  ["lamp is hot if the room is warm; else cold", "room_warm"],
  ["lamp is hot if room: warm", "room"],
  ["a lamp that has been hot for one whole day and a night or two whole nights", "lamp_hot_one_whole_day"],
  ["one two three four five six seven eight nine ten", "dim_lamp"],
  ["one two three four five six seven, eight nine ten", "dim_lamp"],
  ["one two three and four five six seven eight nine ten", "one_two_three"],
  ["one, two three four five six seven eight nine ten", "dim_lamp"],
  ["one two three four five six seven eight nine ten:\n\n  - list", "dim_lamp"],
  ["if one and two three four five six seven eight", "one_and_two_three_four_five"],
  ["if one two and three four five six seven eight", "one_two"],
  ["if one two three four five six and seven", "one_two_three_four_five_six"],
  ["if one two three four five six", "one_two_three_four_five_six"],
  ["see :ref:`lamp <lamps>`", "see_lamp"],
  ["lamp, e.g. a big one", "lamp"],
  ["lamp (i.e. a big one) hot", "lamp"],
  ["lamp, e. g. big one", "lamp"],
  ["(only (brackets))", "only"],
  ["lamp [x] isn’t hot", "lamp_x_isnt_hot"],
  ["lampHot forGood", "lamp_hot_good"],
  ["lamp2Hot is", "lamp2_hot"],
  ["ünder the lamp", "under_lamp"],
  ["2 lamps are", "reason_2_lamps"],
  ["yes it", "yes_reason"],
  ["the a an", "reason"],
  ["null is", "null_reason"],
  ["averyveryverylongwordthatneverendsandgoesonforever more", "averyveryverylongwordthatneverendsandgoe"],
  ["abcdefghij abcdefghij abcdefghij abcdefg", "abcdefghij_abcdefghij_abcdefghij_abcdefg"],
  ["abcdefghij abcdefghij abcdefghij abcdef", "abcdefghij_abcdefghij_abcdefghij_abcdef"],
  ["abcdefghij abcdefghij abcdefghij abcdefghij", "abcdefghij_abcdefghij_abcdefghij"],
])("the name of a reason: %s", (words, wanted) => {
  expect(inItem(`409: ${words}`)[0]).toMatch(`409 ${wanted}: `);
});

test("a long text that says too little in its opening is named as its operation, without its small words", () => {
  const text = "One, two three four five six seven eight nine ten";
  expect(inItem(`409: ${text}`, "Dim the lamp")).toEqual([`409 dim_lamp: ${text}.`]);
});
