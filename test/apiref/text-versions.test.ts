import { expect, test } from "vitest";
import { textVersions } from "../../src/apiref/text-versions.ts";

test.each([
  ["How bright it is. Available starting with API microversion 1.14.", { min: "1.14" }],
  ["Its steps.\n\n``New in version 1.1``\n", { min: "1.1" }],
  ["**New in API version 1.4**", { min: "1.4" }],
  ["How it was dimmed. Available until version 1.9.", { max: "1.9" }],
  ["*(Since Lamp API v1.6)*", { min: "1.6" }],
  ["(Since v1.6) The colour of the lamp.", { min: "1.6" }],
  // about a part, or two
  ["Available since version 1.6. In earlier versions, its name.", undefined],
  ["Since version 1.6, the value ``dim`` is allowed.", undefined],
  ["The version of the lamp, such as 1.6.", undefined],
  ["The colour (Since v1.6). The shade (Since v1.8).", undefined],
  ["The lamp that answers /v1.6/lamps.", undefined],
  ["The lamp.", undefined],
])("of what the text of a definition describes: %s", (text, versions) => {
  expect(textVersions(text)).toEqual(versions);
});
