import { expect, test } from "vitest";
import { valueListsIn } from "../../src/schema/value-lists.ts";

/** The lists in a text: `words on off`, and what of the text they take. */
function listsIn(text: string): string[] {
  return [...valueListsIn(text)].map(
    ({ form, values, start, end }) => `${form} ${values.join(" ")}: ${text.slice(start, end)}`,
  );
}

test.each<[string, ...string[]]>([
  ["One of ``a``."],
  ["One of ``a`` or ``a``."],
  ["Either ``a- b`` or ``c``."],
  ['It is "a" or "b." More.', 'sentence a b: "a" or "b.'],
  ['"a", "b,"c'],
  ["- ``a``: x\n- ``b``: y", "items a b: - ``a``: x\n- ``b``: y"],
  ["* ``a``\n\n  More.\n\n* ``b``\n", "items a b: * ``a``\n\n  More.\n\n* ``b``\n"],
  ["Text\n\n  - ``a`` is\n    long\n  - ``b``\nEnd", "items a b:   - ``a`` is\n    long\n  - ``b``"],
  ["-  ``a``\n-  ``b``", "items a b: -  ``a``\n-  ``b``"],
  ["- ``a``\n- other\n"],
  ["It is on or off.", "words on off: on or off"],
  ["It is on (lit) or off (dark).", "words on off: on (lit) or off (dark)"],
  ["It is read only ('ro') or all."],
  ["It is any or off."],
  ["Mode is a/b."],
  ["``on, off``.", "sentence on off: ``on, off``"],
  ["is `on` or `off`", "sentence on off: `on` or `off`"],
])("%j", (text, ...wanted) => {
  expect(listsIn(text)).toEqual(wanted);
});
