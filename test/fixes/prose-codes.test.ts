import fc from "fast-check";
import { expect, test } from "vitest";
import { readApiRef } from "../../src/apiref/read.ts";
import { fixedTexts } from "../support/fixed.ts";
import { checkTree, ROOT, treeOf } from "../support/project.ts";

const HEAD = "Lamps\n=====\n\nDim a lamp\n----------\n\n.. rest_method:: PUT /lamps/{id}\n\nDims it.\n\n";
const REQUEST = "Request\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - id: id\n";
const PARAMETERS = "id:\n  in: path\n  type: string\n  required: true\n  description: Which lamp.\n";

/** The page after `apiref fix`, without what stands before the prose. */
async function fixedPage(prose: string, more: Record<string, string> = {}): Promise<string> {
  const texts = await fixedTexts({ "index.rst": HEAD + prose, "parameters.yaml": PARAMETERS, ...more });
  expect(texts["index.rst"]!.startsWith(HEAD)).toBe(true);
  return texts["index.rst"]!.slice(HEAD.length);
}

const CODES = (...lists: [kind: string, ...codes: string[]][]): string =>
  lists
    .map(
      ([kind, ...codes]) =>
        `.. rest_status_code:: ${kind} status.yaml\n\n${codes.map((code) => `   - ${code}\n`).join("")}`,
    )
    .join("\n");
const TITLE = "Response codes\n~~~~~~~~~~~~~~\n\n";

test.each<[string, prose: string, wanted: string]>([
  [
    "two paragraphs",
    `Normal response codes: 200\n\nError response codes: badRequest(400),\nitemNotFound(404)\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200"], ["error", "400", "404"])}\n${REQUEST}`,
  ],
  [
    "codes for an empty section that the next title follows without a blank line",
    `Normal response codes: 200\n\nResponse codes\n~~~~~~~~~~~~~~\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200"])}\n${REQUEST}`,
  ],
  [
    "one paragraph with both labels, blank lines kept",
    `Normal response codes: 200, 202\nError response codes: 400\n\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200", "202"], ["error", "400"])}\n\n${REQUEST}`,
  ],
  [
    "codes that go on below for a blank too many",
    `Normal response codes: 200\n\nError response codes: badRequest(400),\n itemNotFound(404)\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200"], ["error", "400", "404"])}\n${REQUEST}`,
  ],
  [
    "terms without a colon",
    `Normal response codes\n  200\nError response codes\n  400, 404\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200"], ["error", "400", "404"])}\n${REQUEST}`,
  ],
  [
    "fields",
    `:Normal response codes: 200\n:Error response codes: 400, 404\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200"], ["error", "400", "404"])}\n${REQUEST}`,
  ],
  [
    "rubrics",
    `.. rubric:: Normal response codes\n\n200\n\n.. rubric:: Error response codes\n\n- 400\n- 404\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200"], ["error", "400", "404"])}\n${REQUEST}`,
  ],
  [
    "a list with an item for each label",
    `* Normal response codes: 200\n* Error response codes: 400, 404\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200"], ["error", "400", "404"])}\n${REQUEST}`,
  ],
  [
    "a range",
    `Normal response codes: 200-202\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200", "201", "202"])}\n${REQUEST}`,
  ],
  [
    "a table that is a directive",
    `.. csv-table::\n   :header: Code, What\n\n   200, OK\n   404, Not Found\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200"], ["error", "404"])}\n${REQUEST}`,
  ],
  [
    "lists of codes",
    `Error codes:\n\n- 400\n- 404 (Not Found)\n\n${REQUEST}`,
    `${TITLE}${CODES(["error", "400", "404"])}\n${REQUEST}`,
  ],
  [
    "a list with an item for each side",
    `Response codes:\n\n- Normal: 200\n- Errors: 400, 404\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200"], ["error", "400", "404"])}\n${REQUEST}`,
  ],
  [
    "indented lists of codes",
    `Normal response code: 204\n\nError codes:\n    - 400\n    - 404\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "204"], ["error", "400", "404"])}\n${REQUEST}`,
  ],
  [
    "a bold label above a paragraph of codes, and a bracket of several",
    `**Normal response codes**\n\n200, 202\n\n**Error response codes**\n\nbadRequest (400),\nitemNotFound (404)\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200", "202"], ["error", "400", "404"])}\n${REQUEST}`,
  ],
  [
    "a paragraph of codes indented right below a label",
    `Normal response code(s):\n    200, 202\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200", "202"])}\n${REQUEST}`,
  ],
  [
    "a list in the section that is there for it",
    `Response codes\n~~~~~~~~~~~~~~\n\n- \`\`200\`\`\n- 404 (Not Found)\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200"], ["error", "404"])}\n${REQUEST}`,
  ],
  [
    "an indented list in the section that is there for it",
    `Response codes\n~~~~~~~~~~~~~~\n\n  - 200\n  - 404\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200"], ["error", "404"])}\n${REQUEST}`,
  ],
  [
    "prose above text: the section does not swallow the text",
    `Normal response codes: 200\n\n.. note:: It is bright.\n\nError response codes: 400\n\nMind your eyes.\n\n${REQUEST}`,
    `.. note:: It is bright.\n\nMind your eyes.\n\n${TITLE}${CODES(["success", "200"], ["error", "400"])}\n${REQUEST}`,
  ],
  [
    "prose above a comment and a link target of the next section",
    `Normal response codes: 200\n\nText.\n\n.. a comment\n\n.. _request:\n\n${REQUEST}`,
    `Text.\n\n${TITLE}${CODES(["success", "200"])}\n.. a comment\n\n.. _request:\n\n${REQUEST}`,
  ],
  [
    "an operation without sections, at the end of a file without a line break",
    "Normal response codes: 200",
    `${TITLE}${CODES(["success", "200"])}`.trimEnd(),
  ],
  [
    "prose before the last text of an operation",
    "Normal response codes: 200\n\nMind your eyes.\n\nOther lamps\n-----------\n",
    "Mind your eyes.\n\nResponse codes\n~~~~~~~~~~~~~~\n\n.. rest_status_code:: success status.yaml\n\n   - 200\n\nOther lamps\n-----------\n",
  ],
  [
    "prose in the section that is there for it",
    `Status codes\n~~~~~~~~~~~~\n\nNormal response codes: 200\n\n${REQUEST}`,
    `Status codes\n~~~~~~~~~~~~\n\n${CODES(["success", "200"])}\n${REQUEST}`,
  ],
  [
    "prose above the section that is there for it",
    `Error response codes: 200, 400\n\nResponse codes\n~~~~~~~~~~~~~~\n\nSee below.\n\n${REQUEST}`,
    `Response codes\n~~~~~~~~~~~~~~\n\nSee below.\n\n${CODES(["error", "200", "400"])}\n${REQUEST}`,
  ],
  [
    "prose in another section, one level deeper",
    `${REQUEST}\nResponse\n~~~~~~~~\n\nNormal response codes: 200\n`,
    `${REQUEST}\nResponse\n~~~~~~~~\n\nResponse codes\n^^^^^^^^^^^^^^\n\n${CODES(["success", "200"])}`,
  ],
  [
    "what belongs to no code stays",
    `Error response codes: 400, 41 and with luck none\n\n${REQUEST}`,
    `Error response codes: 41 and with luck none\n\n${TITLE}${CODES(["error", "400"])}\n${REQUEST}`,
  ],
  [
    "items without a code stay",
    `Error codes:\n\n- 400\n- What\n  not.\n\n  - Else\n- 409\n\n${REQUEST}`,
    `Error codes:\n\n- What\n  not.\n\n  - Else\n\n${TITLE}${CODES(["error", "400", "409"])}\n${REQUEST}`,
  ],
  [
    "labels with nothing behind them go",
    `Normal response codes: 200\n\nError response codes:\n\n${REQUEST}`,
    `${TITLE}${CODES(["success", "200"])}\n${REQUEST}`,
  ],
  [
    "what is not known yet stays",
    `Normal response codes: 200\n\nError codes: TBD\n\n${REQUEST}`,
    `Error codes: TBD\n\n${TITLE}${CODES(["success", "200"])}\n${REQUEST}`,
  ],
  [
    "codes that are said twice are listed once",
    `Error codes:\n\n- 409 (the lamp is hot)\n\nError response codes: 400, 409, 409\n\n${REQUEST}`,
    `${TITLE}${CODES(["error", "409: lamp_hot", "400"])}\n${REQUEST}`,
  ],
])("%s", async (_, prose, wanted) => {
  const page = await fixedPage(prose);
  expect(page).toBe(wanted);
});

test.each<[string, prose: string, listed: string, reason: string]>([
  ["a condition", "404 (if the lamp is gone)", "404: lamp_gone", "If the lamp is gone."],
  [
    "a condition behind a fault's name",
    "lampGone(404) if the lamp is gone. (Others are there.)",
    "404: lamp_gone",
    "If the lamp is gone. (Others are there.)",
  ],
  ["the name of a fault", "lampBroken(409)", "409: lamp_broken", "(lampBroken)."],
  ["several of them", "409 (LampBroken, LampHot)", "409: lamp_broken_lamp_hot", "(LampBroken, LampHot)."],
  ["a microversion", "200 (since version 1.9)", "200: since_1_9", "since version 1.9"],
  [
    "a long condition, up to the word that joins another",
    "409 (if the new lamp or some other holder beneath it cannot be found anywhere)",
    "409: new_lamp",
    "If the new lamp or some other holder",
  ],
  [
    "a long condition that another joins",
    "409 (if the new lamp and other holders beneath that ceiling burn brightly)",
    "409: new_lamp",
    "If the new lamp and other holders",
  ],
  [
    "a long condition that begins with two things",
    "409 (if lamp or other holder beneath lower ceiling burns brightly)",
    "409: lamp_or_other_holder_beneath_lower",
    "If lamp or other holder",
  ],
  [
    "a long condition of one thing",
    "409 (if the lamp hangs much lower than every other lamp)",
    "409: lamp_hangs_much_lower_than_every",
    "If the lamp hangs",
  ],
  ["what YAML would take for something else", "409 (no)", "409: no_reason", "(no)."],
  ["only what is no name", "409 (見えない)", "409: reason", "見えない"],
])("keeps %s as a reason", async (_, prose, listed, reason) => {
  const texts = await fixedTexts({
    "index.rst": `${HEAD}Error response codes: ${prose}\n`,
    "parameters.yaml": PARAMETERS,
  });
  expect(texts["index.rst"]).toContain(`   - ${listed}\n`);
  expect(texts["status.yaml"]).toContain(reason);
  expect(texts["status.yaml"]).toContain("default: |\n");
});

test("the microversions of a code are read as before", async () => {
  const given = {
    "index.rst": `${HEAD}Normal response codes: 200 (microversions 1.0 - 1.8), 202 (since microversion 1.9)\n`,
    "parameters.yaml": PARAMETERS,
  };
  const versions = (texts: Record<string, string>) => {
    const [document] = readApiRef(treeOf(texts).files, ROOT).documents;
    return document!.operations[0]!.statuses.map(({ code, minVersion, maxVersion }) => [
      code,
      minVersion,
      maxVersion,
    ]);
  };
  expect(versions(given)).toEqual([
    ["200", "1.0", "1.8"],
    ["202", "1.9", undefined],
  ]);
  expect(versions(await fixedTexts(given))).toEqual(versions(given));
});

test.each([
  ["below a label", "Error codes:\n\n", ""],
  ["indented below a title", "Response codes\n~~~~~~~~~~~~~~\n\n", "  "],
])("keeps the whole of an item of a list %s", async (_, above, indent) => {
  const item =
    "- ``409`` One of these reasons may be\n  there:\n\n  - The lamp is hot.\n  - It is broken.\n".replace(
      /^(?=.)/gm,
      indent,
    );
  const texts = await fixedTexts({
    "index.rst": HEAD + above + item,
    "parameters.yaml": PARAMETERS,
  });
  expect(texts["index.rst"]).toContain("   - 409: dim_lamp\n");
  expect(texts["status.yaml"]).toContain(
    "    One of these reasons may be there:\n\n    - The lamp is hot.\n    - It is broken.\n",
  );
});

test.each([
  [
    "several codes in front",
    "- 400, 404 - no such lamp",
    ["400: no_such_lamp", "404: no_such_lamp"],
    "No such lamp.",
  ],
  [
    "quoted codes",
    "- ``409`` and ``422``: lamp is\n  hot",
    ["409: lamp_hot", "422: lamp_hot"],
    "Lamp is hot.",
  ],
  ["a comma", "- 409, unless the lamp is off", ["409: unless_lamp_off"], "Unless the lamp is off."],
  ["text below alone", "- 404\n\n  The lamp is gone.", ["404: lamp_gone"], "The lamp is gone."],
  ["no lamp", "- 404 if there is no lamp", ["404: no_lamp"], "If there is no lamp."],
  ["cannot be", "- 404 - lamp cannot be found", ["404: lamp_cannot_be_found"], "Lamp cannot be found."],
  [
    "the opening of a long text",
    "- 404 - lamp cannot be found or is not in the house of the user",
    ["404: lamp_cannot_be_found"],
    "Lamp cannot be found or is not in the house of the user.",
  ],
  ["an aside", "- 404: Lamp (if given) not found", ["404: lamp_not_found"], "Lamp (if given) not found."],
  [
    "an example",
    "- 400 if the body is bad, e.g. empty",
    ["400: body_bad"],
    "If the body is bad, e.g. empty.",
  ],
  [
    "other letters",
    "- 403 - the user isn't a Hausmeisterin für Lampen",
    ["403: user_isnt_hausmeisterin_fur_lampen"],
    "The user isn't",
  ],
  ["a role", "- 409 see :ref:`lamps`", ["409: see_lamps"], "See :ref:`lamps`"],
  ["a link", "- 409 see `the guide <https://example.org>`__", ["409: see_guide"], "See `the guide"],
])("names and words a reason by what is said behind the code: %s", async (_, item, codes, text) => {
  const texts = await fixedTexts({
    "index.rst": `${HEAD}Error codes:\n\n${item}\n`,
    "parameters.yaml": PARAMETERS,
  });
  expect(texts["index.rst"]).toContain(CODES(["error", ...codes]));
  expect(texts["status.yaml"]).toContain(`: |\n    ${text}`);
});

test("a reason in brackets is one text, however its lines break", async () => {
  const texts = await fixedTexts({
    "index.rst": `${HEAD}Error codes: 400, 409 (when the lamp is\nlit by another user)\n`,
    "parameters.yaml": PARAMETERS,
  });
  expect(texts["index.rst"]).toContain("   - 409: lamp_lit_by_another_user\n");
  expect(texts["status.yaml"]).toContain("    When the lamp is lit by another user.\n");
});

test.each([
  ["a title", "Normal response codes: 200\nRequest\n~~~~~~~\n\nText.\n"],
  ["a directive", "Normal response codes: 200\n.. rest_parameters:: parameters.yaml\n\n   - id: id\n"],
  ["a title below a list", "Error codes:\n\n- 404\n  Request\n  ~~~~~~~\n"],
])("prose that runs on into %s is left to a person", async (_, prose) => {
  expect(await fixedPage(prose)).toBe(prose);
});

const STATUS = ["200", "202", "404", "409"].map((code) => `${code}:\n  default: |\n    It.\n`).join("");

test("codes go to the lists that their section has, in its file's line breaks", async () => {
  const page = (prose: string, ...errors: string[]): string =>
    `${prose}${TITLE}${CODES(["success", "200"], ["error", "404", ...errors])}\nText.\n`;
  const given = page("Normal response codes: 200\n\nError response codes: 404, 409\n\n");
  const texts = await fixedTexts({
    "index.rst": (HEAD + given).replaceAll("\n", "\r\n"),
    "status.yaml": STATUS,
    "parameters.yaml": PARAMETERS,
  });
  expect(texts["index.rst"]).toBe((HEAD + page("", "409")).replaceAll("\n", "\r\n"));
});

test("the lists of another section are left alone", async () => {
  const given = `Error response codes: 404\n\nResponse\n~~~~~~~~\n\n${CODES(["error", "409"])}`;
  expect(await fixedPage(given, { "status.yaml": STATUS })).toBe(
    `${TITLE}${CODES(["error", "404"])}\nResponse\n~~~~~~~~\n\n${CODES(["error", "409"])}`,
  );
});

test("codes above their section and in it become one list", async () => {
  const given = `Error response codes: 404\n\n${TITLE}- 200\n- 409\n\n${REQUEST}`;
  expect(await fixedPage(given, { "status.yaml": STATUS })).toBe(
    `${TITLE}${CODES(["success", "200"], ["error", "404", "409"])}\n${REQUEST}`,
  );
});

test("words behind the codes of their section stay behind them", async () => {
  const given = `${TITLE}Words.\n\n- 404\n- 409\n\nMore words.\n`;
  expect(await fixedPage(given, { "status.yaml": STATUS })).toBe(
    `${TITLE}Words.\n\n${CODES(["error", "404", "409"])}\nMore words.\n`,
  );
});

test("a title of a new depth looks like no other of its page", async () => {
  const page = "=====\nLamps\n=====\n\nList\n----\n\n.. rest_method:: GET /lamps\n\n";
  const texts = await fixedTexts({ "index.rst": `${page}Normal response codes: 200\n` });
  expect(texts["index.rst"]).toBe(`${page}${TITLE}${CODES(["success", "200"])}`);
});

test.each([
  [":end-line: 8", false],
  [":end-line: -1", true],
  [":start-line: 0", true],
  [":end-before: the end", true],
  // which the new title has as well
  [":end-before: Response", false],
])("a part is fixed if an include with %s still brings in the same lines of it", async (option, isFixed) => {
  const head = "Lamps\n-----\n\n.. rest_method:: GET /lamps\n\n";
  const part = `${head}Normal response codes: 200\n\nText.\n\nResponse\n~~~~~~~~\n\nOne.\n\n.. the end\n`;
  const texts = await fixedTexts({
    "index.rst": `API\n===\n\n.. include:: part.inc\n   ${option}\n\nMore\n----\n\nText.\n`,
    "part.inc": part,
  });
  expect(texts["part.inc"]!.includes("rest_status_code")).toBe(isFixed);
});

test("prose that is shown on a condition is left to a person", async () => {
  const prose = ".. only:: html\n\n   Normal response codes: 200\n\nText.\n";
  expect(await fixedPage(prose)).toBe(prose);
});

test("a section for codes that other operations include gets none of one of them", async () => {
  const operation = (title: string, method: string, code: string): string =>
    `${title}\n------\n\n.. rest_method:: ${method} /lamps\n\nError codes: ${code}\n\n.. include:: codes.inc\n\n`;
  const given = {
    "index.rst": `Lamps\n=====\n\n${operation("First", "GET", "404")}${operation("Second", "PUT", "409")}`,
    "codes.inc": `${TITLE}${CODES(["success", "200"], ["error", "404"])}`,
    "status.yaml": STATUS,
  };
  expect(await fixedTexts(given)).toEqual(given);
});

test("a list that is not shown, for want of a blank line, gets no codes", async () => {
  const list = ".. rest_status_code:: error status.yaml\n   - 409\n";
  const given = `${TITLE}Error codes: 404\n\n${list}`;
  expect(await fixedPage(given, { "status.yaml": STATUS })).toBe(
    `${TITLE}${CODES(["error", "404"])}\n${list}`,
  );
});

test("codes in quotes, which os-api-ref does not find, leave the prose to a person", async () => {
  const prose = "Normal response codes: 200\n";
  expect(await fixedPage(prose, { "status.yaml": "'200':\n  default: Fine\n" })).toBe(prose);
});

test("indents with a tab where the file does", async () => {
  const request = REQUEST.replace("   - id", "\t- id");
  expect(await fixedPage(`Normal response codes: 200\n\n${request}`)).toBe(
    `${TITLE}.. rest_status_code:: success status.yaml\n\n\t- 200\n\n${request}`,
  );
});

test("follows the manner of the file", async () => {
  const page =
    "#####\nLamps\n#####\n\nList\n****\n\n.. rest_method:: GET /lamps\n\nStatus Codes\n^^^^^^^^^^^^\n\n.. rest_status_code:: success http.yaml\n\n  - 200\n\nShow\n****\n\n.. rest_method:: GET /lamps/{id}\n\nNormal response codes: 200\n\nError response codes: 404\n";
  const texts = await fixedTexts({
    "index.rst": page.replaceAll("\n", "\r\n"),
    "http.yaml": "    200:\n     default: |\n       Fine.\n",
  });
  expect(texts["index.rst"]).toBe(
    page
      .replace(
        "Normal response codes: 200\n\nError response codes: 404",
        "Status Codes\n^^^^^^^^^^^^\n\n.. rest_status_code:: success http.yaml\n\n  - 200\n\n.. rest_status_code:: error http.yaml\n\n  - 404",
      )
      .replaceAll("\n", "\r\n"),
  );
  expect(texts["http.yaml"]).toBe(
    "    200:\n     default: |\n       Fine.\n    404:\n     default: |\n       The resource was not found.\n",
  );
});

test("a part of several documents names the status file for all of them", async () => {
  const part =
    "Dim\n---\n\n.. rest_method:: PUT /lamps\n\nNormal response codes: 200\n\nRequest\n~~~~~~~\n\nText.\n";
  const texts = await fixedTexts({
    "index.rst": "All\n===\n\n.. include:: part.inc\n",
    "v2/index.rst": "Two\n===\n\n.. include:: ../part.inc\n",
    "part.inc": part,
  });
  expect(texts["part.inc"]).toContain(
    "Response codes\n~~~~~~~~~~~~~~\n\n.. rest_status_code:: success /status.yaml\n",
  );
  expect(texts["status.yaml"]).toContain("200:");
});

test("a part whose titles mean different depths is left alone", async () => {
  const given = {
    "index.rst": "All\n===\n\n.. include:: part.inc\n\nMore\n~~~~\n",
    "two.rst": "Two\n===\n\nX\n-\n\nY\n~\n\nZ\n^\n\n.. include:: other.inc\n",
    "other.inc": "Dim\n---\n\n.. rest_method:: PUT /lamps\n\nNormal response codes: 200\n",
    "part.inc": ".. include:: other.inc\n\nA\n-\n\nB\n^\n",
  };
  expect((await fixedTexts(given))["other.inc"]).toBe(given["other.inc"]);
});

test("prose above a title that docutils leaves out is left alone", async () => {
  const page = (above: string): string =>
    `Lamps\n=====\n\nAll\n---\n\nText.\n\nOf one\n~~~~~~\n\nText.\n\nDim\n---\n\n.. rest_method:: PUT /lamps\n\n${above}Text.\n`;
  const lost = "Normal response codes: 200\n\nRequest\n^^^^^^^\n\n";
  expect((await fixedTexts({ "index.rst": page(lost) }))["index.rst"]).toBe(page(lost));
  const known = lost.replace("^^^^^^^", "~~~~~~~");
  expect((await fixedTexts({ "index.rst": page(known) }))["index.rst"]).toContain("rest_status_code");
});

test("the title of a chapter about codes is not that of an operation's", async () => {
  const page = `Lamps\n=====\n\nHTTP status codes\n-----------------\n\n.. rest_status_code:: success status.yaml\n\n   - 200\n\n`;
  const texts = await fixedTexts({
    "index.rst": `${page}Dim\n---\n\n.. rest_method:: PUT /lamps\n\nNormal response codes: 200\n`,
    "status.yaml": "200:\n  default: Fine.\n",
  });
  expect(texts["index.rst"]).toContain("\nResponse codes\n~~~~~~~~~~~~~~\n");
});

test("prose of several operations in one part is replaced for all of them", async () => {
  const operation = (name: string) =>
    `${name}\n${"-".repeat(name.length)}\n\n.. rest_method:: PUT /${name}\n\n`;
  const texts = await fixedTexts({
    "index.rst": `All\n===\n\n${operation("one")}.. include:: codes.inc\n\n${operation("two")}.. include:: codes.inc\n`,
    "codes.inc": "Normal response codes: 200\n",
  });
  expect(texts["codes.inc"]).toBe(
    "Response codes\n~~~~~~~~~~~~~~\n\n.. rest_status_code:: success status.yaml\n\n   - 200\n",
  );
  expect(texts["index.rst"]).not.toContain("rest_status_code");
});

test("the file that a table of all codes names is the one for the codes of operations", async () => {
  const general =
    "Lamps\n=====\n\nAll codes\n---------\n\n.. rest_status_code:: success http-codes.yaml\n\n   - 200\n\n";
  const texts = await fixedTexts({
    "index.rst": `${general}${HEAD.slice(HEAD.indexOf("Dim"))}Normal response codes: 202\n`,
    "parameters.yaml": PARAMETERS,
    "http-codes.yaml": "200:\n  default: |\n    Fine.\n",
  });
  expect(texts["http-codes.yaml"]).toContain("202:");
  expect(texts["index.rst"]).toContain(".. rest_status_code:: success http-codes.yaml\n\n   - 202\n");
  expect(texts["status.yaml"]).toBeUndefined();
});

test("a status.yaml that nothing names yet is completed, a broken one left alone with the prose", async () => {
  const index = `${HEAD}Normal response codes: 200\n\nError response codes: 404\n`;
  const kept = "# ours\n200:\n  default: |\n    Fine.\n";
  const texts = await fixedTexts({ "index.rst": index, "parameters.yaml": PARAMETERS, "status.yaml": kept });
  expect(texts["status.yaml"]).toBe(`${kept}404:\n  default: |\n    The resource was not found.\n`);
  const broken = { "index.rst": index, "parameters.yaml": PARAMETERS, "status.yaml": "200: {default: [\n" };
  expect(await fixedTexts(broken)).toEqual(broken);
});

test("what remains of two lists stays apart, and what remains of a list is there once", async () => {
  const codes = "Normal response codes:\n\n- 200\n- and luck\n\n";
  const twice = await fixedTexts({ "index.rst": `${HEAD}${codes}${codes}` });
  expect(twice["index.rst"]).toContain(
    "Normal response codes:\n\n- and luck\n\nNormal response codes:\n\n- and luck\n\nResponse codes\n",
  );
  const inOne = await fixedTexts({
    "index.rst": `${HEAD}Normal response codes: 200, as wished. Error response codes:\n\n- 409\n- more\n`,
  });
  expect(inOne["index.rst"]!.split("- more").length).toBe(2);
});

test("every code and every word of other text is there afterwards, and nothing is left to fix", async () => {
  const code = fc.constantFrom(
    "200",
    "202",
    "204",
    "400",
    "badRequest(400)",
    "404 (if gone)",
    "lampHot(409)",
    "503",
  );
  const codes = fc.uniqueArray(code, {
    minLength: 1,
    maxLength: 5,
    selector: (one) => /\d{3}/.exec(one)![0],
  });
  const prose = fc
    .tuple(fc.constantFrom("Normal response codes:", "Error response codes:"), codes, fc.boolean())
    .map(([label, listed, isList]) =>
      isList
        ? `${label}\n\n${listed.map((one) => `- ${one}\n`).join("")}`
        : `${label} ${listed.join(", ")}\n`,
    );
  const block = fc.oneof(
    prose,
    fc.constantFrom(
      "Some text.\n",
      ".. note:: Mind.\n",
      ".. a comment\n",
      "- a list\n",
      ".. _a: http://b.c\n",
    ),
  );
  const sections = fc.constantFrom("", `${REQUEST}\n`, "Request\n~~~~~~~\n\nText.\n\nMore\n^^^^\n\nText.\n");
  const operation = fc.tuple(fc.array(block, { maxLength: 5 }), sections);
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 3 }), async (operations) => {
      const page = operations
        .map(([blocks, below], at) => {
          const method = `Dim ${at}\n------\n\n.. rest_method:: PUT /lamps/${at}/{id}\n`;
          return [method, ...blocks, below].join("\n");
        })
        .join("\n");
      const given = { "index.rst": `Lamps\n=====\n\n${page}`, "parameters.yaml": PARAMETERS };
      const texts = await fixedTexts(given);
      const listed = (text: string) =>
        operations.map((_, at) => {
          const own = text.slice(
            text.indexOf(`/lamps/${at}/`),
            (text.indexOf(`/lamps/${at + 1}/`) + 1 || text.length + 1) - 1,
          );
          return [...new Set(own.match(/\b[2-5]\d\d\b/g) ?? [])].sort();
        });
      expect(listed(texts["index.rst"]!)).toEqual(listed(given["index.rst"]));
      for (const words of ["Some text.", "note:: Mind.", "a comment", "- a list", "http://b.c", "Text."])
        expect(texts["index.rst"]!.split(words).length).toBe(given["index.rst"].split(words).length);
      const rules = checkTree(texts).map(({ rule }) => rule);
      expect(rules).not.toContain("status-codes-freeform");
      expect(
        rules.filter((rule) => /^(?:status-(?!kind-mismatch|codes-missing|code-duplicate)|rst-)/.test(rule)),
      ).toEqual([]);
      expect(await fixedTexts(texts)).toEqual(texts);
    }),
    { numRuns: 60 },
  );
});
