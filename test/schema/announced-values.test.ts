import { expect, test } from "vitest";
import { announcedValues } from "../../src/schema/announced-values.ts";
import { rowsOf } from "../support/rows.ts";

const definition = rowsOf("a: string")[0]!.definition!;

test.each<[string, string[] | undefined]>([
  ["Valid values are ``a``, ``b`` or ``c``.", ["a", "b", "c"]],
  ["The state. A valid value is ``a`` or ``b``.", ["a", "b"]],
  ["A valid value is ``a``, or ``b``. Default is ``a``.", ["a", "b"]],
  ["Must be one of ``a``, ``b``, and ``c``. The default is ``a``.", ["a", "b", "c"]],
  ["Possible values are: ``a`` (the first) or ``b`` (the second).", ["a", "b"]],
  ["Valid values are ``a``,\n``b``.", ["a", "b"]],
  ["The kind. One of ``a``, ``b``, or ``c``.", ["a", "b", "c"]],
  ["The kind: one of ``a`` and ``b``", ["a", "b"]],
  ["One of the kinds ``a`` or ``b``, default ``a``.", ["a", "b"]],
  ["The kind, which can be ``a``, ``b`` or ``c``.", ["a", "b", "c"]],
  ["How it turns, either `a` or `b`.", ["a", "b"]],
  ["The kind. ``a`` or ``b``.", ["a", "b"]],
  ['Valid values are "a" or "b."', ["a", "b"]],
  ["A filter value can be one of 'a', 'b'.", ["a", "b"]],
  ["Values are ``a`` and ``b``.", ["a", "b"]],
  [
    "The kind. This can be one of:\n\n- ``a``: the first\n- ``b``: the second,\n  which is better\n",
    ["a", "b"],
  ],
  ["Allowed values are:\n\n* ``a``\n* ``b``\n\nIt needs ``c``.", ["a", "b"]],
  ["You name one of the following kinds of gears:\n\n- ``a``. First.\n\n- ``b``. Second.", ["a", "b"]],
  ["A valid value is ``a``.", undefined],
  ["Valid values are from ``1`` to ``10``.", undefined],
  ["Valid values are ``a``, ``b`` and any name.", undefined],
  ["Valid values include ``a`` or ``b``.", undefined],
  ["Valid values are, for example, ``a`` or ``b``.", undefined],
  ["The kind, such as ``a`` or ``b``.", undefined],
  ["The kind, e.g. ``a`` or ``b``.", undefined],
  ["Either ``a`` or ``b`` must be given.", undefined],
  ["For gears of wood, a valid value is ``a`` or ``b``.", undefined],
  ["Only set when the status is ``a`` or ``b``.", undefined],
  ["One of ``a`` or ``b``, case insensitive.", undefined],
  ["A comma-separated list. Valid values are ``a`` and ``b``.", undefined],
  ["Valid values are ``a`` and ``b``. Additional values are known to the driver.", undefined],
  ["Valid values are ``a`` and ``b``. Since 2.1, ``c`` is also known.", undefined],
  ["This can be ``a`` or ``b``. Since 2.1, it can be ``a``, ``c`` or ``d``.", undefined],
  [
    "A valid value is one of these:\n\n- ``a``: by address\n- ``b``: by name. A valid value is any text.",
    undefined,
  ],
  ["One of:\n\n- ``a``\n- something else", undefined],
  ["One of ``read- only`` or ``full``.", undefined],
  ["In the form of name and direction. A valid direction is ``a`` or ``b``.", undefined],
  ["Valid options are: 11, 12, or 13. Default is 12.", ["11", "12", "13"]],
  ["A valid value is up (rising) or down (falling).", ["up", "down"]],
  ["Valid value is lit/unlit.", ["lit", "unlit"]],
  ["Values are red, deep-blue, or v1.2.", ["red", "deep-blue", "v1.2"]],
  ["The sensor: One of `dim, bright, off`.", ["dim", "bright", "off"]],
  ["The scope, which can be either LAMP or ROOM.", ["LAMP", "ROOM"]],
  ["Valid if ``kind`` is ``x`` or ``y``. Valid values are ``a`` or ``b``.", ["a", "b"]],
  ["The only valid value is ``a``.", ["a"]],
  ["Valid values are ``a`` or ``b``. Prior to 2.4, ``b`` was shown as ``c``.", ["a", "b", "c"]],
  ["Valid values are ``a`` or ``b``. Before 2.4, ``kind`` was called ``sort``.", ["a", "b"]],
  ["Its address, that can be IPv4 or IPv6.", undefined],
  ["Valid values are reading ('r') and writing ('w').", undefined],
  ["A valid value is a name or ID.", undefined],
  ["A valid value is true or false.", undefined],
  ["Must be red or blue, and rows must match them.", undefined],
  ["The scope can be wide or narrow.", undefined],
  ["", undefined],
])("%s", (description, want) => expect(announcedValues({ ...definition, description })).toEqual(want));

test("what is valid may bear the name of the parameter", () => {
  const description = "Valid gear kinds are ``a`` and ``b``.";
  expect(announcedValues({ ...definition, key: "gear_query", description })).toEqual(["a", "b"]);
  expect(announcedValues({ ...definition, key: "lamp", description })).toBeUndefined();
});
