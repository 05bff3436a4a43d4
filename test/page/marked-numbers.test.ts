import { expect, test } from "vitest";
import { noteWritten } from "../../src/data/written-number.ts";
import { NUMBER_MARK, unmarked, withMarkedNumbers } from "../../src/page/marked-numbers.ts";

test("numbers that JavaScript would write otherwise are texts behind a mark, and numbers again in what is shown", () => {
  const list = noteWritten([1, 18446744073709552000], 1, "18446744073709551615");
  const other = { version: 1.5 };
  const document = { sample: noteWritten({ rate: 1.1, list }, "rate", "1.10"), other };
  const marked = withMarkedNumbers(document);
  expect(JSON.parse(JSON.stringify(marked))).toEqual({
    sample: { rate: `${NUMBER_MARK}1.10`, list: [1, `${NUMBER_MARK}18446744073709551615`] },
    other,
  });
  expect(unmarked(JSON.stringify(marked))).toBe(
    '{"sample":{"rate":1.10,"list":[1,18446744073709551615]},"other":{"version":1.5}}',
  );
});

test("what holds no such number is the same object", () => {
  const document = { info: { version: "1.10" }, list: [1.5, null] };
  expect(withMarkedNumbers(document)).toBe(document);
  expect(unmarked(JSON.stringify(document))).toBe(JSON.stringify(document));
});
