import { expect, test } from "vitest";
import { joined } from "../../src/findings/joined.ts";
import { rules } from "../../src/rules/index.ts";
import { spanPositions } from "../../src/text/span.ts";
import { checkTree } from "../support/project.ts";

/** The rules of the group that look at the lists; the lists of these tests leave reasons unused. */
const names = new Set<string>(
  rules
    .filter(({ group, name }) => group === "status codes" && name !== "status-reason-unused")
    .map(({ name }) => name),
);

const STATUS =
  "200:\n  default: Fine.\n404:\n  gone: No longer there.\n  lost: Never there.\n409:\n  default: No.\n";

/** All findings of the group as `file:line:column rule: message`, for an operation with this text. */
function findings(text: string, status = STATUS): string[] {
  const index = `Widgets\n=======\n\nShow widget\n-----------\n\n.. rest_method:: GET /widgets\n\n${text}`;
  return checkTree({ "index.rst": index, "status.yaml": status })
    .filter(({ rule }) => names.has(rule))
    .map(({ rule, span, message }) => {
      const { start } = spanPositions(span);
      const file = span.file.path.slice(span.file.path.lastIndexOf("/") + 1);
      return `${file}:${start.line}:${start.column} ${rule}: ${message}`;
    });
}

const list = (kind: string, ...codes: string[]) =>
  `.. rest_status_code:: ${kind} status.yaml\n\n${codes.map((code) => `   - ${code}\n`).join("")}\n`;

test.each<[text: string, codes: string, want: string[], status?: string]>([
  ["no mistakes", list("success", "200") + list("error", "404: gone", "404: lost", "409"), []],
  [
    "a reason that is not there, and none by default",
    list("error", "404: gonee", "404"),
    [
      "index.rst:11:11 status-reason-undefined: `404` has no reason `gonee` in status.yaml, only `gone`, `lost`. Did you mean `gone`?",
      "index.rst:12:6 status-reason-undefined: `404` has no reason `default` in status.yaml. Write one there, or name one of its reasons here: `gone`, `lost`.",
    ],
  ],
  [
    "no code",
    list("success", "2OO"),
    [
      "index.rst:11:6 status-code-undefined: No entry for `2OO` in status.yaml. Write what the code means there, or correct it.",
    ],
  ],
  [
    "a reason by default that is misspelt",
    list("error", "404", "409"),
    [
      "index.rst:11:6 status-reason-undefined: `404` has no reason `default` in status.yaml. Write one there, or name one of its reasons here: `defualt`, `gone`.",
      "status.yaml:2:3 status-file-invalid: `404` has no reason `default`, only `defualt`. Did you mean `default`?",
    ],
    "404:\n  defualt: No longer there.\n  gone: Gone.\n409:\n  default: No.\n",
  ],
  [
    "codes in the wrong list",
    list("error", "200") + list("success", "409"),
    [
      "index.rst:11:6 status-kind-mismatch: `200` is a success, but stands among the error codes. Move it to the success codes.",
      "index.rst:15:6 status-kind-mismatch: `409` is an error, but stands among the success codes. Move it to the error codes.",
    ],
  ],
  [
    "a code in both lists",
    list("success", "200") + list("error", "200"),
    [
      "index.rst:15:6 status-code-duplicate: `200` is listed twice for this operation. Remove one, or say when each is given.",
      "index.rst:15:6 status-kind-mismatch: `200` is a success, but stands among the error codes. Move it to the success codes.",
    ],
  ],
  [
    "no kind that is one",
    list("succes", "200"),
    [
      "index.rst:9:23 status-kind-invalid: `succes` is not a kind of status codes; expected `success` or `error`. Did you mean `success`?",
    ],
  ],
  [
    "no such file",
    ".. rest_status_code:: success statuses.yaml\n\n   - 200\n",
    ["index.rst:9:31 status-file-not-found: No file `statuses.yaml`, relative to the document."],
  ],
  [
    "codes in prose",
    "Normal response codes: 200, 404\n",
    [
      "index.rst:9:1 status-codes-freeform: Status codes as prose: 200, 404. List them with `rest_status_code` and say what each means.",
      "index.rst:9:29 status-kind-mismatch: `404` is an error, but stands among the success codes. Move it to the error codes.",
    ],
  ],
])("%s", (_, text, want, status) => {
  expect(findings(text, status)).toEqual(want);
});

test.each<[string, string, string[]]>([
  ["empty", "", ["1:1 status-file-invalid: status.yaml is empty. Expected codes with their reasons."]],
  [
    "a list",
    "- 200\n",
    ["1:1 status-file-invalid: status.yaml is a list. Expected a mapping of codes to reasons."],
  ],
  [
    "full of mistakes",
    "200:\n  default: Fine.\n  default: Good.\n2OO: {default: Fine.}\n409:\n  default:\n404:\n200: {default: x}\n",
    [
      "3:3 status-file-invalid: The reason `default` of `200` stands twice in status.yaml, and only the last counts. Keep one of them.",
      "4:1 status-file-invalid: `2OO` is not an HTTP status code. Expected a number from 100 to 599.",
      "6:3 status-file-invalid: The reason `default` of `409` is not a text. Write what the code means.",
      "7:1 status-file-invalid: `404` has no reasons. Write the text indented below it, as `default: …`.",
      "8:1 status-file-invalid: `200` stands twice in status.yaml, and only the last counts. Keep one of them.",
    ],
  ],
  [
    "broken",
    "200:\n  default: a: b\n",
    [
      "2:12 status-file-invalid: Invalid YAML: a second `: ` in one line; a value that holds `: ` needs quotes.",
    ],
  ],
])("a status.yaml that is %s", (_, status, want) => {
  expect(findings(list("success", "200"), status)).toEqual(want.map((one) => `status.yaml:${one}`));
});

test("codes and rows outside of operations are looked up too", () => {
  const found = checkTree({
    "index.rst": `Widgets\n=======\n\nIn general\n----------\n\n${list("error", "409", "4O4", "404: lots", "410:")}.. rest_parameters:: parameters.yaml\n\n   - colour: coulour\n   - size size\n`,
    "parameters.yaml": "colour:\n  description: Which.\n  in: header\n  required: false\n  type: string\n",
    "status.yaml": `${STATUS}410:\n  default: Gone.\n`,
  });
  expect(
    found
      .filter(({ rule }) => rule !== "definition-unused" && rule !== "status-reason-unused")
      .map(({ rule, span }) => `${spanPositions(span).start.line} ${rule}`),
  ).toEqual([
    "10 status-code-undefined",
    "11 status-reason-undefined",
    "12 parameter-row-invalid",
    "16 unknown-parameter",
    "17 parameter-row-invalid",
  ]);
});

test("a row without a name", () => {
  const found = checkTree({
    "index.rst":
      "Widgets\n=======\n\nList\n----\n\n.. rest_method:: GET /widgets\n\n.. rest_parameters:: parameters.yaml\n\n   - : colour\n",
    "parameters.yaml": "colour:\n  description: Which.\n  in: query\n  required: false\n  type: string\n",
  });
  expect(found.filter(({ rule }) => rule === "parameter-row-invalid").map(({ message }) => message)).toEqual([
    "`- : colour` is not a row. Expected `- name: key`, or for a status code `- code` or `- code: reason`.",
  ]);
});

test.each([
  ["GET", 1],
  ["DELETE", 1],
  ["PUT", 0],
])("201 for a %s", (method, count) => {
  const found = checkTree({
    "index.rst": `Widgets\n=======\n\n.. rest_method:: ${method} /widgets\n\n${list("success", "201")}`,
    "status.yaml": "201:\n  default: Made.\n",
  }).filter(({ rule }) => rule === "status-kind-mismatch");
  expect(found).toHaveLength(count);
});

test.each<[text: string, missing: string[]]>([
  [list("success", "200") + list("error", "409").replace("::", ":"), []],
  [list("success", "200").replace("::", ":") + list("error", "409"), []],
  [list("success", "200") + list("error", "409").replace(".. ", ".."), []],
  [list("success", "200").replace("::", ":"), []],
  [list("error", "409").replace("::", ":"), ["status-codes-missing"]],
  [`${list("success", "200")}..\n   rest_status_code: error\n`, ["error-codes-missing"]],
])("a list whose directive has a slip is not missing: %j", (text, missing) => {
  const index = `Widgets\n=======\n\nShow widget\n-----------\n\n.. rest_method:: GET /widgets\n\n${text}`;
  const found = checkTree({ "index.rst": index, "status.yaml": STATUS }).map(({ rule }) => rule);
  expect(found.filter((rule) => rule.endsWith("-codes-missing"))).toEqual(missing);
});

test("codes in prose are one finding of the tree where most operations have them so, else one a file", () => {
  const operation = (name: string, codes: string) =>
    `${name}\n${"-".repeat(name.length)}\n\n.. rest_method:: GET /${name}\n\n${codes}\n\n`;
  const prose = "Normal response codes: 200";
  const list = ".. rest_status_code:: success status.yaml\n\n   - 200";
  const told = (...parts: string[]) =>
    joined(
      checkTree({
        "index.rst": `Lamps\n=====\n\n${parts.map((_, at) => `.. include:: ${at}.inc\n`).join("")}`,
        ...Object.fromEntries(parts.map((part, at) => [`${at}.inc`, part])),
        "status.yaml": "200:\n  default: Fine.\n",
      }).filter(({ rule }) => rule === "status-codes-freeform"),
    ).map(({ span, related = [], edits }) => [span.file.path.slice(-5), related.length, edits !== undefined]);
  const [lamps, shades] = [operation("lamps", prose), operation("shades", prose)];
  const listed = ["bulbs", "rooms", "doors"].map((name) => operation(name, list)).join("");
  expect(told(lamps, shades)).toEqual([["0.inc", 1, true]]);
  expect(told(lamps + shades, operation("desks", prose), listed + operation("cups", list))).toEqual([
    ["0.inc", 1, true],
    ["1.inc", 0, true],
  ]);
});

test("a code in the wrong list is told once, however often the list was copied, as is a file that is not there", () => {
  const operation = (name: string, file: string) =>
    `${name}\n${"-".repeat(name.length)}\n\n.. rest_method:: GET /${name}\n\n.. rest_status_code:: error ${file}\n\n   - 200\n   - 404\n\n`;
  const told = (file: string) =>
    joined(
      checkTree({
        "index.rst": `Widgets\n=======\n\n${operation("lamps", file)}${operation("shades", file)}`,
        "status.yaml": "200:\n  default: Fine.\n404:\n  default: Gone.\n",
      }).filter(({ rule }) => /^status-(?:kind-mismatch|file-not-found)$/.test(rule)),
    ).map(({ message, related }) => [message, related?.length]);
  expect(told("status.yaml")).toEqual([
    [
      "`200` is a success, but stands among the error codes. Move it to the success codes. The same at 1 more place.",
      1,
    ],
  ]);
  expect(told("other.yaml")).toContainEqual(["No file `other.yaml`, relative to the document.", 1]);
});
