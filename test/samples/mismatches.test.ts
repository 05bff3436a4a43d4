import { expect, test } from "vitest";
import type { Json } from "../../src/data/json-value.ts";
import { readSample } from "../../src/samples/read.ts";
import { checkSamples } from "../../src/samples/validate.ts";
import { validators } from "../../src/samples/validators.ts";
import { placeRows } from "../../src/schema/body.ts";
import { toSchema } from "../../src/schema/json-schema.ts";
import { rowsOf } from "../support/rows.ts";
import { sampleOf } from "../support/sample.ts";

/** What messages end with. */
const ADVICE =
  /(?: Correct the sample(?: or the definition|, or write `type: \w+` in the definition)\.| Document it, or take it out of the sample\.|; its definition says that it is required\. Add it to the sample, or make it optional\.)$/;

/** What is told of the first of some samples, with the text at its place: `"size": … is …`. */
function told(rows: string, texts: readonly string[], siblings: readonly Json[] = []): string[] {
  const samples = texts
    .map((text) => sampleOf(text))
    .map((sample) => ({ sample, content: readSample(sample) }));
  const node = placeRows({
    rows: rowsOf(rows),
    samples: samples.flatMap(({ content }) => (content.kind === "json" ? [content.value] : [])),
    siblings,
    path: "/",
  });
  const schema = toSchema(node, { describe: () => "" });
  const [check] = checkSamples({ node, schema, samples, siblings, others: () => [] }, validators());
  return check!.mismatches.map(
    ({ message, span }) => `${texts[0]!.slice(span.start, span.end)} → ${message.replace(ADVICE, "")}`,
  );
}
test.each<[string, string[], string[]]>([
  ["size: integer", ['{"size": "1"}'], ['"1" → `size` is `"1"`, a string; its definition says `integer`.']],
  ["size: integer", ['{"size": [1]}'], ["[1] → `size` is `[1]`, an array; its definition says `integer`."]],
  [
    "size: integer",
    ['{"size": {"a": 1}}'],
    ['{"a": 1} → `size` is `{"a":1}`, an object; its definition says `integer`.'],
  ],
  ["size: string", ['{"size": 1.50}'], ["1.50 → `size` is `1.50`, a number; its definition says `string`."]],
  ["size: boolean", ['{"size": 1}'], ["1 → `size` is `1`, an integer; its definition says `boolean`."]],
  [
    "size: list of integers",
    ['{"size": [1, "a"]}'],
    ['"a" → `size` is `"a"`, a string; its definition says `integer`.'],
  ],
  [
    "size: integer # enum=[1,2]",
    ['{"size": 3}'],
    ["3 → `size` is `3`, which is not one of the allowed values `1`, `2`."],
  ],
  [
    'size: string # enum=["a","b"]',
    ['{"size": "c`d"}'],
    ['"c`d" → `size` is `"c\'d"`, which is not one of the allowed values `"a"`, `"b"`.'],
  ],
  ["size: integer # maximum=2", ['{"size": 3}'], ["3 → `size` is `3`; its definition sets `maximum: 2`."]],
  [
    "size: integer # maximum=2",
    ['{"size": 3.0}'],
    ["3.0 → `size` is `3.0`; its definition sets `maximum: 2`."],
  ],
  [
    "size: string # maxLength=2",
    ['{"size": "abc"}'],
    ['"abc" → `size` is `"abc"`; its definition sets `maxLength: 2`.'],
  ],
  [
    "size: string # minLength=2",
    ['{"size": "a"}'],
    ['"a" → `size` is `"a"`; its definition sets `minLength: 2`.'],
  ],
  [
    'size: string # pattern="^a"',
    ['{"size": "b"}'],
    ['"b" → `size` is `"b"`; its definition sets `pattern: ^a`.'],
  ],
  [
    "size: list of strings # minItems=2",
    ['{"size": ["b"]}'],
    ['["b"] → `size` is `["b"]`; its definition sets `minItems: 2`.'],
  ],
  [
    "size: list of strings # maxItems=1",
    ['{"size": ["b", "c"]}'],
    ['["b", "c"] → `size` is `["b","c"]`; its definition sets `maxItems: 1`.'],
  ],
  [
    "size: integer # enum=[1]",
    ['{"size": "null"}'],
    [
      '"null" → `size` is the text `"null"`, where no value is meant. Write `null`, without quotes.',
      '"null" → `size` is the text `"null"`, where no value is meant. Write `null`, without quotes.',
    ],
  ],
  [
    "size: integer",
    ['{"size": "None"}'],
    ['"None" → `size` is the text `"None"`, where no value is meant. Write `null`, without quotes.'],
  ],
  [
    "size: integer",
    ['{"size": "nil"}'],
    ['"nil" → `size` is the text `"nil"`, where no value is meant. Write `null`, without quotes.'],
  ],
  [
    "size: uuid",
    ['{"size": "NULL"}'],
    ['"NULL" → `size` is the text `"NULL"`, where no value is meant. Write `null`, without quotes.'],
  ],
  ["size: string", ['{"size": "null"}'], []],
  [
    "size: integer",
    ['{"size": "Null"}'],
    ['"Null" → `size` is `"Null"`, a string; its definition says `integer`.'],
  ],
  ["id: uuid", ['{"id": "x"}'], ['"x" → `id` is `"x"`, which is not a `uuid` as its definition says.']],
  ["id: uuid", ['{"id": "urn:uuid:{0b1ef2c4-5d5f-4f1c-9a53-2f8f5c1d7e10}"}'], []],
  [
    "id: uuid",
    ['{"id": "0b1ef2c4-5d5f-4f1c-9a53-2f8f5c1d7e10-a"}'],
    [
      '"0b1ef2c4-5d5f-4f1c-9a53-2f8f5c1d7e10-a" → `id` is `"0b1ef2c4-5d5f-4f1c-9a53-2f8f5c1d7e10-a"`, which is not a `uuid` as its definition says.',
    ],
  ],
  [
    "id: uuid",
    ['{"id": "0x0b1ef2c4-5d5f-4f1c-9a53-2f8f5c1d7e10"}'],
    [
      '"0x0b1ef2c4-5d5f-4f1c-9a53-2f8f5c1d7e10" → `id` is `"0x0b1ef2c4-5d5f-4f1c-9a53-2f8f5c1d7e10"`, which is not a `uuid` as its definition says.',
    ],
  ],
  [
    'config: object # enum=[{"a":1}]',
    ['{"config": {"a": 2}}'],
    ['{"a": 2} → `config` is `{"a":2}`, which is not one of the allowed values `{"a":1}`.'],
  ],
  [
    "size: integer @-2.5\nsize: string @2.6-",
    ['{"size": true}'],
    ["true → `size` is `true`, a boolean; its definition says `integer`."],
  ],
  [
    "size: integer @-2.5 # maximum=2\nsize: object @2.6-",
    ['{"size": 3}'],
    ["3 → `size` is `3`; its definition sets `maximum: 2`."],
  ],
  [
    "size: integer",
    ['[{"size": "1"}, {"size": "2"}]'],
    ['"1" → `size` is `"1"`, a string; its definition says `integer`.'],
  ],
  ["size: integer", ['"text"'], []],
])("a value that is not as its definition says: %s, %s", (rows, texts, wanted) => {
  expect(told(rows, texts)).toEqual(wanted);
});

test.each<[string, string[], string[]]>([
  [
    "widgets: array\n>size: integer @-2.5\n>size: list of strings @2.6-",
    ['{"widgets": [{"size": [1]}]}'],
    ["1 → `widgets.size` is `1`, an integer; its definition says `string`."],
  ],
  [
    "widget: object\nsize: integer",
    ['{"widget": [{"size": "1"}, {"size": 2}, 3]}'],
    [
      '[{"size": "1"}, {"size": 2}, 3] → `widget` is `[{"size":"1"},{"size":2},3]`, an array; its definition says `object`.',
      '"1" → `widget.size` is `"1"`, a string; its definition says `integer`.',
    ],
  ],
  [
    "widget: array\nsize: integer",
    ['{"widget": {"size": "1"}}'],
    [
      '{"size": "1"} → `widget` is `{"size":"1"}`, an object; its definition says `array`.',
      '"1" → `widget.size` is `"1"`, a string; its definition says `integer`.',
    ],
  ],
  [
    "widget: string\nid: string",
    ['{"widget": [{"size": "1"}], "id": 1}'],
    [
      '[{"size": "1"}] → `widget` is `[{"size":"1"}]`, an array; its definition says `string`.',
      "1 → `id` is `1`, an integer; its definition says `string`.",
    ],
  ],
])("an object or a list for another: %s, %s", (rows, texts, wanted) => {
  expect(told(rows, texts)).toEqual(wanted);
});

test.each<[string, string[], string[]]>([
  [
    "widget: object!\nname: string!\nsize: integer!",
    ['{"widget": {"name": "x"}}', '{"widget": {"name": "x", "size": 1}}'],
    ['" → `widget.size` is missing'],
  ],
  [
    "widget: object!\nname: string!\nsize: integer!",
    ['{"widget": {}}', '{"widget": {"name": "x", "size": 1}}'],
    ['"widget" → `widget.name` is missing', '"widget" → `widget.size` is missing'],
  ],
  [
    "widgets: array!\nname: string!\nsize: integer!",
    ['{"widgets": [{"name": "x"}, {"size": 1}]}', '{"widgets": [{"name": "x", "size": 1}]}'],
    ['" → `widgets.size` is missing', '"size" → `widgets.name` is missing'],
  ],
  [
    "created_at: string!\nid: string",
    ['{"id": "1", "create_time": 1}'],
    ['"create_time" → No row names `create_time`.', '"id" → `created_at` is missing'],
  ],
  [
    "network_id: string!\nid: string",
    ['{"id": "1", "floating_network_id": "x", "fixed_network_id": "y"}'],
    [
      '"floating_network_id" → No row names `floating_network_id`.',
      '"fixed_network_id" → No row names `fixed_network_id`.',
      '"floating_network_id" → `network_id` is missing',
    ],
  ],
  [
    "node_uuid: string!\nid: string",
    ['{"id": "1", "lamp_ref": "x"}'],
    ['"lamp_ref" → No row names `lamp_ref`.', '" → `node_uuid` is missing'],
  ],
  [
    "net: string!\nid: string",
    ['{"id": "1", "my_net": "x"}'],
    ['"my_net" → No row names `my_net`.', '" → `net` is missing'],
  ],
  ["lamp: object!\nname: string", ['{"light": {"name": "x"}}'], ['"name" → `light.lamp` is missing']],
  ["lamp: array!\nname: string", ['{"light": {"name": "x"}}'], ['"name" → `light.lamp` is missing']],
])("what is missing: %s, %s", (rows, texts, wanted) => {
  expect(told(rows, texts)).toEqual(wanted);
});

test.each<[string, string[], string[]]>([
  ["size: integer", ['{"size": 1, "zone": 2}'], ['"zone" → No row names `zone`.']],
  ["size: integer", ['{"siz": 2}'], ['"siz" → No row names `siz`. Did you mean `size`?']],
  [
    "created_at: string!\nid: string",
    ['{"id": "1", "create_time": "x"}'],
    ['"create_time" → No row names `create_time`. Did you mean `created_at`?'],
  ],
  [
    "created_at: string!\nupdated_at: string!\nid: string",
    ['{"id": "1", "create_time": "x", "update_date": "y"}'],
    [
      '"create_time" → No row names `create_time`. Did you mean `created_at`?',
      '"update_date" → No row names `update_date`. Did you mean `updated_at`?',
    ],
  ],
  [
    "network_id: string!\nid: string",
    ['{"id": "1", "floating_network_id": "x"}'],
    ['"floating_network_id" → No row names `floating_network_id`. Did you mean `network_id`?'],
  ],
  [
    "node_uuid: string!\nid: string",
    ['{"id": "1", "node_ref": "x"}'],
    ['"node_ref" → No row names `node_ref`. Did you mean `node_uuid`?'],
  ],
  [
    "mode: string!\nid: string",
    ['{"id": "1", "my_mode": "x"}'],
    ['"my_mode" → No row names `my_mode`. Did you mean `mode`?'],
  ],
  [
    "mode: string!\nid: string",
    ['{"id": "1", "mode_my": "x"}'],
    ['"mode_my" → No row names `mode_my`. Did you mean `mode`?'],
  ],
  // a number in front that belongs to what it is of
  [
    "l7bulbs: array!\nid: string",
    ['{"id": "1", "bulbs": []}'],
    ['"bulbs" → No row names `bulbs`. Did you mean `l7bulbs`?'],
  ],
  [
    "l7bulbs: array!\nid: string",
    ['{"id": "1", "bulbs": 2}'],
    ['"bulbs" → No row names `bulbs`.', '"id" → `l7bulbs` is missing'],
  ],
  // the same words in another order, whether it is required or not
  [
    "fits_in_small_lamp: boolean\nid: string",
    ['{"id": "1", "fits_small_in_lamp": true}'],
    ['"fits_small_in_lamp" → No row names `fits_small_in_lamp`. Did you mean `fits_in_small_lamp`?'],
  ],
  // what the object is said again in front
  [
    "widget: object\nid: string!\nsize: integer!\nwidget_links: array!",
    ['{"widget": {"id": "1", "size": 2, "links": []}}'],
    ['"links" → No row names `widget.links`. Did you mean `widget_links`?'],
  ],
  [
    "id: string!\nsize: integer!\nwidget_links: array!",
    ['{"widget": {"id": "1", "size": 2, "links": []}}'],
    ['"links" → No row names `widget.links`. Did you mean `widget_links`?'],
  ],
  [
    "id: string!\nsize: integer!\nwidget_member_links: array!",
    ['{"widgets": [{"id": "1", "size": 2, "links": []}]}'],
    ['"links" → No row names `widgets.links`. Did you mean `widget_member_links`?'],
  ],
  // links to other pages
  [
    "widgets: array!\nid: string!\nsize: integer!\nwidgets_links: array!",
    ['{"widgets": [{"id": "1", "size": 2, "links": []}]}'],
    ['"links" → No row names `widgets.links`.', "] → `widgets_links` is missing"],
  ],
  [
    "widgets: array\nname: string",
    ['{"widgets": [{"name": "x", "teeth": 1}, {"name": "y", "bore": 2}]}'],
    ['"teeth" → No row names `widgets.teeth`.', '"bore" → No row names `widgets.bore`.'],
  ],
  [
    "links: array",
    ['{"links": [{"href": "x", "rel": "y", "type": "z"}]}'],
    ['"href" → No row names what `links` holds: `href`, `rel`, `type`.'],
  ],
  [
    "lamp: object # A `shade`, or a cord_length.",
    ['{"lamp": {"shade": 1, "cord_length": 2, "cord": 3}}'],
    [],
  ],
  [
    "lamp: object # A 'shade' or \"bulb\".\nname: string",
    ['{"lamp": {"shade": 1, "bulb": 2, "name": "x"}}'],
    [],
  ],
  [
    "lamp: object # A shade or a cord-length-x, cord_length.\nname: string",
    ['{"lamp": {"shade": 1, "cord-length": 2, "cord_length": 1, "name": "x"}}'],
    ['"shade" → No row names `lamp.shade`.', '"cord-length" → No row names `lamp.cord-length`.'],
  ],
  [
    "widgets: array\nname: string\ngadgets_links: array",
    ['{"widgets": [{"name": "x"}], "widgets_links": [{"href": "a"}]}'],
    ['"widgets_links" → No row names `widgets_links`. Did you mean `gadgets_links`?'],
  ],
  [
    "widgets: array\nname: string\ngadgets_links: array\nlamps_links: array",
    ['{"widgets": [{"name": "x"}], "widgets_links": [{"href": "a"}]}'],
    ['"widgets_links" → No row names `widgets_links`. Did you mean `gadgets_links`?'],
  ],
  [
    "widgets: array\nname: string\ngadgets_links: array",
    ['{"widgets": [{"name": "x"}], "others_links": [{"href": "a"}]}'],
    ['"others_links" → No row names `others_links`.'],
  ],
  [
    "volumes: integer\nname: string",
    ['{"name": "x", "volumes_ssd": 1, "snapshots_ssd": 2}'],
    ['"volumes_ssd" → No row names `volumes_ssd`.', '"snapshots_ssd" → No row names `snapshots_ssd`.'],
  ],
  [
    "volumes: integer\nname: string",
    ['{"name": "x", "volumes_ssd": 1}'],
    ['"volumes_ssd" → No row names `volumes_ssd`. Did you mean `volumes`?'],
  ],
  [
    "volume: integer\nname: string",
    ['{"name": "x", "volume_at": 1, "shot_at": 2}'],
    ['"volume_at" → No row names `volume_at`. Did you mean `volume`?', '"shot_at" → No row names `shot_at`.'],
  ],
  [
    "number: integer = lamp_size\nname: string",
    ['{"name": "x", "size": 2}'],
    ['"size" → No row names `size`. Did you mean `number`?'],
  ],
  [
    "size: integer = lamp_size\nname: string",
    ['{"name": "x", "lamp_size": 2}'],
    ['"lamp_size" → No row names `lamp_size`.'],
  ],
  [
    "lamp_group: object!\nname: string",
    ['{"lamp_groups": {"name": "x"}}'],
    ['"lamp_groups" → No row names `lamp_groups`. Did you mean `lamp_group`?'],
  ],
  ["lamp: object\nname: string", ['{"light": {"name": "x"}}'], []],
  ["a/b: integer\nname: string", ['{"name": "x", "c/d~": "y"}'], ['"c/d~" → No row names `c/d~`.']],
  ["metadata: object\n>key: string", ['{"metadata": {"a": "x", "b": 1}}'], []],
  ["action: object\nname: string", ['{"lock": {"name": "x"}}'], []],
  ["", ['{"a": 1, "b": 2}'], ['"a" → No row names what the body holds: `a`, `b`.']],
  [
    "widget: object\nname: string\nsize: integer",
    ['{"widget": {"name": "x", "maker": {"name": 1}}, "size": "x"}'],
    [
      '"maker" → No row names `widget.maker`.',
      '"x" → `size` is `"x"`, a string; its definition says `integer`.',
    ],
  ],
])("what no row names: %s, %s", (rows, texts, wanted) => {
  expect(told(rows, texts)).toEqual(wanted);
});

test.each<[string, boolean]>([
  ["2019-06-06T18:59", true],
  ["2019-06-06 18:59:02.5", true],
  ["2019-06-06 18:59:02,5Z", true],
  ["2019-06-06T18:59:02 UTC", true],
  ["2019-06-06T18:59:02utc", true],
  ["2019-06-06T18:59:02+0100", true],
  ["2019-06-06T18:59:02 -01:00", true],
  ["2019-06-06T18:59:02z", true],
  ["2019-06-06", false],
  ["18:59:02", false],
  ["on 2019-06-06 18:59", false],
  ["2019-06-06 18:59:02 here", false],
  ["2019-06-06 25:00", false],
  ["2019-06-06 18:59:02 CET", false],
  ["2019-06-06T18:59:02.", false],
  ["2019-6-06 18:59", false],
])("%s is a time as services write it: %s", (text, isTime) => {
  const wrong = `"${text}" → \`at\` is \`"${text}"\`, which is not a \`date-time\` as its definition says.`;
  expect(told("at: datetime", [`{"at": "${text}"}`])).toEqual(isTime ? [] : [wrong]);
});
