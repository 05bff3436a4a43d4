import { expect, test } from "vitest";
import { type Flags, resolveSettings } from "../../src/config/resolve.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import { UsageError } from "../../src/usage-error.ts";

const names = ["unknown-parameter", "definition-unused"];
const index = { "/project/tree/index.rst": "" };
const settingsOf = (config: string, flags: Flags = {}) =>
  resolveSettings(
    memoryFiles({ files: { ...index, "/project/tree/apiref.config.yaml": config } }),
    "/project",
    { source: "tree", ...flags },
    names,
  );

test("the defaults", () => {
  const files = memoryFiles({ files: { "/project/input/index.rst": "" } });
  expect(resolveSettings(files, "/project", {}, names)).toEqual({
    flags: {},
    workingDirectory: "/project",
    root: "/project/input",
    documents: undefined,
    specification: {},
    rules: new Map(),
    overrides: [],
    allow: [],
    isWanted: expect.any(Function),
    claims: { rules: new Map(), overrides: [] },
    words: [],
  });
});

test("everything that a file can set", () => {
  const settings = settingsOf(`
title: Widgets
version: 2.20
description: |
  About widgets.
servers:
  - url: https://{region}.example.org/v2
    description: Public
    variables:
      region:
        default: one
        enum: [one, two]
security:
  token: { type: apiKey, name: X-Token, in: header }
contact: { name: Us, url: https://example.org, email: us@example.org }
license: { name: Apache-2.0, identifier: Apache-2.0 }
documents:
  - v3/*
rules:
  unknown-parameter: off
  openapi/tag-description: error
baseline: known.json
`);
  expect(settings.specification).toEqual({
    title: "Widgets",
    version: "2.20",
    description: "About widgets.\n",
    servers: [
      {
        url: "https://{region}.example.org/v2",
        description: "Public",
        variables: { region: { default: "one", enum: ["one", "two"] } },
      },
    ],
    security: { token: { type: "apiKey", name: "X-Token", in: "header" } },
    contact: { name: "Us", url: "https://example.org", email: "us@example.org" },
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  });
  expect(settings.documents).toEqual(["v3/*"]);
  expect([...settings.rules]).toEqual([
    ["unknown-parameter", "off"],
    ["openapi/tag-description", "error"],
  ]);
  expect(settings.baseline).toBe("/project/tree/known.json");
  expect(Object.isFrozen(settings)).toBe(true);
});

test("flags win over the file", () => {
  const settings = settingsOf(
    "documents: a\nrules:\n  unknown-parameter: off\n  definition-unused: error\n",
    {
      documents: ["b"],
      rules: { "unknown-parameter": "info" },
      microversion: "2.10",
    },
  );
  expect(settings.documents).toEqual(["b"]);
  expect([...settings.rules]).toEqual([
    ["unknown-parameter", "info"],
    ["definition-unused", "error"],
  ]);
  expect(settings.specification).toEqual({ microversion: "2.10" });
});

test.each([
  ["empty", ""],
  ["comments only", "# nothing yet\n"],
])("a file that is %s sets nothing", (_, config) => {
  expect(settingsOf(config).specification).toEqual({});
});

test.each([
  ["titel: x", "1: Unknown key `titel`. Did you mean `title`?"],
  ["title: x\nzzzzzzzz: 1", "2: Unknown key `zzzzzzzz`. Known: title, version, description"],
  ["title: [x]", "1: A text is expected, not a sequence."],
  ["title:", "1: A text is expected here."],
  ["title: a\ntitle: b", "2: `title` stands here a second time. Keep one."],
  ["- title", "1: The configuration is a mapping `key: value`, not a sequence."],
  ["title: 'x", "1: This is not valid YAML: "],
  ["servers: https://x", "1: A list is expected (`- …` on each line), not a scalar."],
  ["servers:\n  - https://x", "2: A server is a mapping `key: value`, not a scalar."],
  ["servers:\n  - description: x", "2: A server needs `url`."],
  ["servers:\n  - url: https://x/", "2: `https://x/` ends with `/`. Leave it out."],
  ["servers:\n  - url: x\n    variables:\n      a: { enum: [b] }", "4: A variable needs `default`."],
  ["license: { name: a, url: 'javascript:x' }", "1: `javascript:x` is not a web address."],
  ["contact: { url: 'file:///x' }", "1: `file:///x` is not a web address."],
  ["servers:\n  - url: 'javascript:x'", "2: `javascript:x` is not the address of a server."],
  [
    "servers:\n  - url: '{s}://x'\n    variables: { s: { default: javascript } }",
    "2: `javascript` is not the scheme of a server.",
  ],
  [
    "rules:\n  openapi/operation-sumary: off",
    "2: There is no rule `openapi/operation-sumary`. Did you mean `openapi/operation-summary`?",
  ],
  ["license: { url: https://x }", "1: `license` needs `name`."],
  ["license: { name: a, identifier: b, url: https://c }", "1: `license` has `identifier` and `url`."],
  [
    "security:\n  a: { type: apikey }",
    "2: `apikey` is none of apiKey, http, mutualTLS, oauth2, openIdConnect. Did you mean `apiKey`?",
  ],
  ["security:\n  a: { type: http }", "2: A security scheme needs `scheme`."],
  ["security:\n  a: { type: oauth2, flows: { implicit: {} } }", "2: A flow needs `scopes`."],
  [
    "rules:\n  unknown-paramter: off",
    "2: There is no rule `unknown-paramter`. Did you mean `unknown-parameter`?",
  ],
  ["maxWarnings: many", "1: `many` is not a whole number."],
  ["disputed: both", "1: `both` is none of published, documented."],
  ["public: widgets", "1: `widgets` is not an operation. Write it as `GET /v2/widgets`."],
  ["sourceUrl: javascript:alert({file})", "1: `javascript:alert({file})` is not a web address."],
  ["sourceUrl: https://example.org/{line}", "1: `https://example.org/{line}` lacks `{file}`."],
  ["rulesUrl: https://example.org/{name}", "1: `{name}` stands for nothing here. Use {rule}."],
  ["overrides:\n  - files: a", "2: An override needs `rules`."],
  ["overrides:\n  - files: a\n    rules: { x: off }", "3: There is no rule `x`."],
  ["allow:\n  - rule: unknown-parameter\n    name: a", "2: An entry of `allow` needs `reason`."],
  [
    "allow:\n  - rule: unknown-parameter\n    reason: a",
    "2: An entry of `allow` needs `operation` or `name`.",
  ],
  ["allow:\n  - rule: unknown-paramter\n    name: a", "2: There is no rule `unknown-paramter`."],
  ["rules:\n  zzz: off", "2: There is no rule `zzz`. `apiref rules` lists them."],
  ["rules:\n  unknown-parameter: warn", "2: `warn` is not a severity. Use one of off, info, warning, error."],
])("the mistake in %j is told with its line", (config, message) => {
  expect(() => settingsOf(config)).toThrow(UsageError);
  expect(() => settingsOf(config)).toThrow(`tree/apiref.config.yaml:${message}`);
});

test.each<[string, Flags, string]>([
  ["a rule that there is not", { rules: { "unknown-paramete": "off" } }, "Did you mean `unknown-parameter`?"],
  [
    "a severity that there is not",
    { rules: { "unknown-parameter": "bad" as "off" } },
    "`bad` is not a severity.",
  ],
  [
    "a microversion that is none",
    { microversion: "newest" },
    "`newest` is not a microversion. Write it as `2.60`, or `latest`.",
  ],
  ["a configuration that is not there", { config: "none.yaml" }, "There is no configuration file none.yaml."],
  [
    "a source that is not there",
    { source: "none" },
    "There is no none. Name the folder that holds index.rst.",
  ],
  ["a source that is a file", { source: "tree/index.rst" }, "tree/index.rst is not a folder."],
  [
    "a source without index.rst",
    { source: "." },
    "it has no index.rst, and none at api-ref/source or source",
  ],
])("%s is told", (_, flags, message) => {
  expect(() => settingsOf("", flags)).toThrow(UsageError);
  expect(() => settingsOf("", flags)).toThrow(message);
});

test.each([
  ["the one that is named", { config: "other.yaml" }, "named"],
  ["else the one in SOURCE", { source: "tree" }, "in SOURCE"],
  ["else the one in its source folder", { source: "repository" }, "in the source folder"],
  ["else the one in the working directory", { source: "bare" }, "here"],
])("the configuration: %s", (_, flags, title) => {
  const files = memoryFiles({
    files: {
      "/project/other.yaml": "title: named",
      "/project/apiref.config.yaml": "title: here",
      "/project/tree/apiref.config.yaml": "title: in SOURCE",
      "/project/tree/index.rst": "",
      "/project/bare/index.rst": "",
      "/project/repository/api-ref/source/index.rst": "",
      "/project/repository/api-ref/source/apiref.config.yaml": "title: in the source folder",
    },
  });
  expect(resolveSettings(files, "/project", { source: "tree", ...flags }, names).specification.title).toBe(
    title,
  );
});

test("a folder with a tree at api-ref/source", () => {
  const files = memoryFiles({ files: { "/project/repository/api-ref/source/index.rst": "" } });
  expect(resolveSettings(files, "/project", { source: "repository" }, names).root).toBe(
    "/project/repository/api-ref/source",
  );
});

test("what a file says of findings and of reports", () => {
  const settings = settingsOf(`
overrides:
  - files: "generated/**"
    rules: { unknown-parameter: off, definition-unused: error }
allow:
  - rule: unknown-parameter
    operation: get /v1/widgets
    name: size
    reason: The widget has no size.
sourceUrl: https://example.org/blob/main/{file}#L{line}
rulesUrl: https://example.org/rules/{rule}
maxWarnings: 7
history: ../history.rst
words: [widget, colour]
disputed: documented
public: [GET /, post /v3/auth/tokens]
`);
  expect(settings).toMatchObject({
    overrides: [
      {
        files: ["generated/**"],
        directory: "/project/tree",
        rules: new Map([
          ["unknown-parameter", "off"],
          ["definition-unused", "error"],
        ]),
      },
    ],
    allow: [
      {
        rule: "unknown-parameter",
        operation: "GET /v1/widgets",
        name: "size",
        reason: "The widget has no size.",
      },
    ],
    sourceUrl: "https://example.org/blob/main/{file}#L{line}",
    rulesUrl: "https://example.org/rules/{rule}",
    maxWarnings: 7,
    history: "/project/history.rst",
    words: ["widget", "colour"],
    specification: { disputed: "documented", public: ["GET /", "POST /v3/auth/tokens"] },
  });
});

test("flags win over what the file says", () => {
  const settings = settingsOf(
    "maxWarnings: 7\noverrides:\n  - files: [a, b]\n    rules: { unknown-parameter: off, definition-unused: error }\n",
    { maxWarnings: 0, rules: { "unknown-parameter": "info" } },
  );
  expect(settings.maxWarnings).toBe(0);
  expect(settings.overrides.map(({ rules }) => [...rules])).toEqual([[["definition-unused", "error"]]]);
});

const sourceFrom = (directory: string, ...paths: string[]) =>
  resolveSettings(
    memoryFiles({
      files: Object.fromEntries([".git/HEAD", ...paths].map((name) => [`/project/${name}`, ""])),
    }),
    directory,
    {},
    names,
  ).root;

test.each<[string, string, string[], string]>([
  ["in the repository", "/project", ["api-ref/source/index.rst"], "/project/api-ref/source"],
  ["in the folder above it", "/project/api-ref", ["api-ref/source/index.rst"], "/project/api-ref/source"],
  ["in it", "/project/api-ref/source", ["api-ref/source/index.rst"], "/project/api-ref/source"],
  [
    "in a chapter of it",
    "/project/api-ref/source/v2",
    ["api-ref/source/index.rst", "api-ref/source/v2/index.rst"],
    "/project/api-ref/source",
  ],
  [
    "elsewhere in the repository",
    "/project/widgets/db",
    ["api-ref/source/index.rst"],
    "/project/api-ref/source",
  ],
  ["in a project about one tree", "/project", ["input/index.rst"], "/project/input"],
  ["a tree at the top", "/project", ["index.rst"], "/project"],
])("the tree is found from a working directory %s", (_, directory, found, want) => {
  expect(sourceFrom(directory, ...found)).toBe(want);
});

test("several trees side by side are named, none is told", () => {
  expect(() => sourceFrom("/project", "api-ref/source/index.rst", "source/index.rst")).toThrow(
    "Here are several source folders: api-ref/source, source. Name the one to read.",
  );
  expect(() => sourceFrom("/project/widgets", "README.rst")).toThrow("Found no api-ref tree");
});
