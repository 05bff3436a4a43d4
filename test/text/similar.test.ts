import { expect, test } from "vitest";
import { nearest } from "../../src/text/similar.ts";

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
