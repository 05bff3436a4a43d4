import { expect, test } from "vitest";
import { hasWordsSwapped, nearest } from "../../src/text/similar.ts";

test.each([
  ["colur", ["size", "colour"], "colour"],
  ["widget_nmae", ["widget_name"], "widget_name"],
  ["widgetname", ["widget_name"], "widget_name"],
  ["created_at", ["updated_at"], undefined],
  ["lamp_status", ["lamp_changes"], undefined],
  ["weight", ["size"], undefined],
  ["ip", ["id"], undefined],
  ["fixed_ip", ["fixed_id"], undefined],
  ["di", ["id"], "id"],
  ["d", ["id"], "id"],
])("the nearest to %s among %j", (word, candidates, want) => {
  expect(nearest(word, candidates)).toBe(want);
});

test.each([
  ["used_in_small_lamp", "used_small_in_lamp", true],
  ["max_size", "Size-Max", true],
  ["max_size", "max-size", false],
  ["max_size", "max_size", false],
  ["max_size", "size_min", false],
])("the words of %s and %s are the same in another order: %s", (a, b, want) => {
  expect(hasWordsSwapped(a, b)).toBe(want);
});
