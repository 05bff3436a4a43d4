import fc from "fast-check";
import { expect, test } from "vitest";
import { resolveSettings } from "../src/config/resolve.ts";
import type { Files } from "../src/files/files.ts";
import { memoryFiles } from "../src/files/memory.ts";
import { sourceMapFile } from "../src/openapi/source-map-file.ts";
import { type Kept, type Project, runProject, runWith } from "../src/project.ts";
import type { DocumentLinter } from "../src/redocly/linter.ts";
import { report } from "../src/reporters/report.ts";
import { catalogue, ruleNames } from "../src/rules/index.ts";
import { openSession } from "../src/session.ts";
import { Memory } from "../src/text/memory.ts";

const ROOT = "/project/input";

/** A tree that is another one whenever its texts are changed; a file is the same version while its text is the same. */
function changingFiles(texts: Map<string, string>): Files {
  const now = () =>
    memoryFiles({ files: Object.fromEntries([...texts].map(([name, text]) => [`${ROOT}/${name}`, text])) });
  return {
    status(path) {
      const status = now().status(path);
      const version = texts.get(path.slice(ROOT.length + 1));
      return status && { kind: status.kind, size: status.size, version };
    },
    read: (path) => now().read(path),
    realPath: (path) => now().realPath(path),
    list: (path) => now().list(path),
    writeAll() {},
  };
}

/** Pieces of documents: titles, operations, prose, tables, inclusions, and what breaks off in the middle. */
const pieces = [
  "Lamps\n=====\n\n",
  "List lamps\n----------\n\n.. rest_method:: GET /lamps\n\nLists *lamps* of `a|b|`_ and |lamp|.\n\n",
  "Show lamp\n---------\n\n.. rest_method:: GET /lamps/{lamp_id}\n\nNormal response codes: 200\n\nError response codes: 404, 400\n\n",
  "Dim lamp\n--------\n\n.. rest_method:: POST /lamps/{lamp_id}/action\n\nDims it.\n\n",
  "Request\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - lamp_id: lamp_id\n   - level: level\n\n",
  "Response\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - lamp: lamp\n   - lamp.level: levle\n\n",
  "Response\n~~~~~~~~\n\n.. rest_status_code:: success status.yaml\n\n   - 200\n\n.. rest_status_code:: error status.yaml\n\n   - 404: lost\n\n",
  "**Example Lamp: JSON**\n\n.. literalinclude:: lamp.json\n   :language: javascript\n\n",
  ".. include:: a.inc\n",
  ".. include:: b.inc\n\n",
  ".. include:: c.inc\n   :start-line: 2\n\n",
  "- an item\n\n  .. include:: c.inc\n\n",
  "  a quote ``literal`` that goes on\n\n",
  ".. |lamp| replace:: a *lamp*\n\n.. _a|b|: https://example.org\n\n",
  "A paragraph::\n\n",
  "::\n\n",
  ".. note::\n\n   See **this\n",
  "term\n  definition\n",
  "=== ===\na   b\n=== ===\n1   2\n=== ===\n\n",
  "Odd title\n,,,,,,,,,\n\n",
  "Update lamp\n-----------\n\n.. rest_method:: PUT /lamps/{lamp_id}\n\n",
  "Request\n~~~~~~~\n\n",
  "Response (microversions 2.1 - 2.5)\n~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n\n",
  "text without an end",
  "\n",
];
const definitions = [
  "lamp_id:\n  description: |\n    The *lamp*.\n  in: path\n  required: true\n  type: string\n",
  "level:\n  description: |\n    How bright, |lamp|.\n  in: body\n  required: true\n  type: integer\n",
  "lamp:\n  description: |\n    A lamp.\n  in: body\n  required: true\n  type: object\n",
  "level:\n  in: query\n  type: strin\n",
  "broken: [\n",
];
const codes = [
  "200:\n  default: |\n    Done.\n",
  "404:\n  default: |\n    None.\n  lost: |\n    Lost.\n",
  "x",
];
const samples = ['{"lamp": {"level": 3}}', '{"lamp": {"level": "3", "hue": 1}}', '{"lamp": ', '{"level": 1}'];

const textOf = (all: readonly string[]) =>
  fc.array(fc.constantFrom(...all), { maxLength: 9 }).map((some) => some.join(""));
const edit = fc.oneof(
  fc.tuple(fc.constantFrom("a.inc", "b.inc", "c.inc"), fc.constantFrom(...pieces)),
  fc.tuple(fc.constantFrom("index.rst", "a.inc", "b.inc", "c.inc", "second.rst"), textOf(pieces)),
  fc.tuple(fc.constant("parameters.yaml"), textOf(definitions)),
  fc.tuple(fc.constant("status.yaml"), textOf(codes)),
  fc.tuple(fc.constantFrom("lamp.json", "other.json"), fc.constantFrom(...samples)),
  fc.tuple(fc.constantFrom("a.inc", "c.inc", "lamp.json", "parameters.yaml"), fc.constant(undefined)),
);

const named = (start: string) => pieces.find((piece) => piece.startsWith(start))!;
const included = ["a.inc", "rows.inc", "b.inc", "sample.inc", "c.inc", "rows.inc"];
const start: Readonly<Record<string, string>> = {
  "index.rst": `${pieces[0]}${included.map((name) => `.. include:: ${name}\n`).join("")}`,
  "a.inc": named("Update") + named("Request\n~~~~~~~\n\n"),
  "b.inc": named("Show") + named("Response (micro"),
  "c.inc": named("List") + named("Request\n~~~~~~~\n\n"),
  "rows.inc":
    ".. rest_parameters:: parameters.yaml\n\n   - lamp_id: lamp_id\n   - level: level\n   - hue: level\n\n",
  "sample.inc": "**Lamp**\n\n.. literalinclude:: lamp.json\n   :language: javascript\n\n",
  "parameters.yaml": definitions.slice(0, 3).join(""),
  "status.yaml": codes.slice(0, 2).join(""),
  "lamp.json": samples[0]!,
};

/** Everything that a run gives, as plain data. */
function outcome({ specification, findings, summary }: Project): unknown {
  const options = { workingDirectory: "/project", rules: catalogue };
  return {
    document: JSON.stringify(specification.document),
    sources: sourceMapFile(specification.sourceMap, ROOT),
    findings: report(findings, summary, options).findings,
    edits: findings.map(({ edits }) =>
      edits?.map(({ span, text }) => [span.file.path, span.file.text, span.start, span.end, text]),
    ),
    summary,
  };
}

/** What comes of a run, which is known before the document has been linted where the linter is content. */
async function outcomeOf(kept: Kept, files: Files): Promise<unknown> {
  try {
    const settings = resolveSettings(files, "/project", {}, ruleNames);
    let early: unknown;
    const onSources = async (project: Project) => {
      early = outcome(project);
    };
    const whole = outcome(await runWith(kept, files, settings, { onSources }));
    if (kept.linter !== undefined) expect(early).toEqual(whole);
    return whole;
  } catch (error) {
    return String(error);
  }
}

/** A linter that never finds anything. */
const contented: DocumentLinter = { lint: async () => [], foundNothing: () => true, close: async () => {} };

test("after any edits a run that keeps what it knows gives what a run from nothing gives", async () => {
  const sequences = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(sequences, async (sequence) => {
      const texts = new Map<string, string>(Object.entries(start));
      const files = changingFiles(texts);
      const kept = { memory: new Memory(), linter: contented };
      await outcomeOf(kept, files);
      for (const edits of sequence) {
        for (const [name, text] of edits)
          if (text === undefined) texts.delete(name);
          else texts.set(name, text);
        expect(await outcomeOf(kept, files)).toEqual(
          await outcomeOf({ memory: new Memory(), linter: undefined }, files),
        );
      }
    }),
    { numRuns: 150 },
  );
}, 300_000);

test("a session reads a file again only when it is another version", async () => {
  const texts = new Map<string, string>(Object.entries(start));
  const files = changingFiles(texts);
  const read: string[] = [];
  const counting: Files = {
    ...files,
    read(path) {
      read.push(path.slice(ROOT.length + 1));
      return files.read(path);
    },
  };
  const session = openSession();
  const settings = resolveSettings(files, "/project", {}, ruleNames);
  try {
    await session.run(counting, settings);
    read.length = 0;
    texts.set("b.inc", `${start["b.inc"]}\nMore.\n`);
    const again = await session.run(counting, settings);
    expect(read).toEqual(["b.inc"]);
    expect(outcome(again)).toEqual(outcome(await runProject(files, settings)));
  } finally {
    await session.close();
  }
});
