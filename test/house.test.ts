import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";
import { rules } from "../src/rules/index.ts";

/** The parts of `src` in the order of the pipeline: each imports only from those before it, and from itself. */
const ORDER = [
  "usage-error.ts",
  "version.ts",
  "text",
  "files",
  "data",
  "rst",
  "findings",
  "apiref",
  "schema",
  "samples",
  "resources",
  "bodies",
  "evidence",
  "verify",
  "fixes",
  "checks",
  "suggestions",
  "rules",
  "openapi",
  "page",
  "redocly",
  "summary.ts",
  "config",
  "changes",
  "setup",
  "reporters",
  "preview",
  "browser",
  "project.ts",
  "session.ts",
  "commands",
  "library",
  "index.ts",
  "arguments.ts",
  "main.ts",
  "system-browser.ts",
  "process.ts",
  "program.ts",
  "cli.ts",
];

/** Names of OpenStack services that are no English words: what is read from one must not be written for it. */
const SERVICES =
  /\b(?:nova|cinder|neutron|keystone|manila|ironic|octavia|magnum|blazar|masakari|cloudkitty|barbican|zun)\b/i;

const SRC = new URL("../src", import.meta.url).pathname;
const sources = (readdirSync(SRC, { recursive: true }) as string[])
  .filter((path) => path.endsWith(".ts"))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(SRC, path), "utf8") }));

/** The text without comments; good enough for sources that a formatter has seen. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm, "");
}

/** Files of `src` that a file imports, types included. */
function imports({ path, text }: { path: string; text: string }): string[] {
  return [...code(text).matchAll(/(?:\bfrom |\bimport\(|^import )"(\.{1,2}\/[^"]+)"/gm)].map((match) =>
    posix.join(posix.dirname(path), match[1]!),
  );
}
const partOf = (path: string) => path.split("/")[0]!;
const pathsOf = (matches: (source: { path: string; text: string }) => boolean) =>
  sources.filter(matches).map(({ path }) => path);

test("every part of src has its place in the order", () => {
  expect(
    [...new Set(sources.map(({ path }) => partOf(path)))].filter((part) => !ORDER.includes(part)),
  ).toEqual([]);
});

test("the map of the code names every part", () => {
  const map = readFileSync(join(SRC, "README.md"), "utf8");
  const names = ORDER.map((part) => (part.endsWith(".ts") ? part : `${part}/`));
  expect(names.filter((name) => !map.includes(`\`${name}\``))).toEqual([]);
});

test("imports go back in the order only", () => {
  const forward = sources.flatMap((source) =>
    imports(source)
      .filter((imported) => ORDER.indexOf(partOf(imported)) > ORDER.indexOf(partOf(source.path)))
      .map((imported) => `${source.path} imports ${imported}`),
  );
  expect(forward).toEqual([]);
});

test("no file imports itself by way of others", () => {
  const graph = new Map(sources.map((source) => [source.path, imports(source)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(" → "));
    if (done.has(path) || way.includes(path)) return;
    for (const imported of graph.get(path) ?? []) walk(imported, [...way, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  expect(cycles).toEqual([]);
});

test("no file is long", () => {
  const lines = sources.map(({ path, text }) => ({ path, count: text.split("\n").length - 1 }));
  expect(lines.filter(({ count }) => count > 350)).toEqual([]);
  const counts = lines.map(({ count }) => count).sort((a, b) => a - b);
  expect(counts[counts.length >> 1]).toBeLessThan(100);
});

test("only these files of files/ touch the disk", () => {
  expect(pathsOf(({ text }) => /"(?:node:)?fs(?:\/promises)?"/.test(text))).toEqual([
    "files/bundle.ts",
    "files/disk.ts",
    "files/leftovers.ts",
    "files/special-file.ts",
    "files/write.ts",
  ]);
});

test("two files run other programs: git, and the browser that somebody asks for", () => {
  expect(pathsOf(({ text }) => /"(?:node:)?child_process"/.test(text))).toEqual([
    "files/git-call.ts",
    "system-browser.ts",
  ]);
});

test("one file listens, to this machine alone, and nothing of the program calls anybody", () => {
  expect(pathsOf(({ text }) => /"node:(?:http|https|http2|net|tls|dgram)"/.test(text))).toEqual([
    "preview/server.ts",
  ]);
  expect(pathsOf(({ text }) => /\bfetch\(/.test(code(text)))).toEqual(["browser/preview/main.ts"]);
});

test("what few runs need of Node is loaded when they need it", () => {
  expect(
    pathsOf(({ text }) =>
      /^import (?!type ).*"(?:node:)?(?:child_process|crypto|http|zlib)"/m.test(code(text)),
    ),
  ).toEqual([]);
});

test("only cli.ts and process.ts touch the process, two files ask which ones run, and nothing prints by itself", () => {
  expect(pathsOf(({ text }) => /(?<!\/)\bprocess\.[a-z]|["']node:process["']/.test(code(text)))).toEqual([
    "cli.ts",
    // which Node it is
    "files/bundle.ts",
    "files/leftovers.ts",
    "process.ts",
  ]);
  expect(pathsOf(({ text }) => /\bconsole\./.test(code(text)))).toEqual([]);
});

test("no list is spread into arguments, for which the stack may have no room", () => {
  expect(
    pathsOf(({ text }) => /\.(?:push|unshift|max|min)\((?:[^(){}[\]]*, )?\.\.\./.test(code(text))),
  ).toEqual([
    // of the table of rules
    "commands/rules.ts",
    // in the names of a path, of tests only
    "files/memory.ts",
  ]);
});

test("no code knows a service by its name", () => {
  expect(pathsOf(({ text }) => SERVICES.test(code(text)))).toEqual([]);
});

test("rules and their files are the same, by name", () => {
  const files = sources
    .filter(({ path }) => partOf(path) === "rules" && path !== "rules/index.ts")
    .map(({ path }) => posix.basename(path, ".ts"));
  expect(rules.map(({ name }) => name).sort()).toEqual(files.sort());
});
