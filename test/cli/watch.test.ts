import { expect, test } from "vitest";
import type { Terminal } from "../../src/commands/terminal.ts";
import { main } from "../../src/main.ts";
import { type WatchableFiles, watchableFiles } from "../support/watchable.ts";

const index = `
Lamps
=====

List lamps
----------

.. rest_method:: GET /lamps

Lists lamps.

.. include:: parts/codes.inc

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - limit: limti
`;
const codes = `
Response codes
~~~~~~~~~~~~~~

.. rest_status_code:: success status.yaml

   - 200

.. rest_status_code:: error status.yaml

   - 401
`;
const parameters =
  "limit:\n  description: |\n    How many.\n  in: query\n  required: false\n  type: integer\n";
const status = "200:\n  default: |\n    Done.\n401:\n  default: |\n    Not known.\n";

/** A command that is watching: what it prints, a part at a time, and how it ended. */
interface Watching {
  readonly files: WatchableFiles;
  /** Waits for a text on standard error, and gives what was printed up to then since the last time. */
  readonly until: (text: string) => Promise<{ out: string; err: string }>;
  readonly interrupt: () => void;
  readonly exitCode: Promise<number>;
}

function watching(argv: readonly string[], contents: Readonly<Record<string, string>> = {}): Watching {
  const files = watchableFiles({
    "/project/input/index.rst": index,
    "/project/input/parts/codes.inc": codes,
    "/project/input/parameters.yaml": parameters,
    "/project/input/status.yaml": status,
    ...contents,
  });
  const printed = { out: "", err: "" };
  let wake = () => {};
  let hasEnded = false;
  let interrupt = () => {};
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  const write = (stream: keyof typeof printed) => (text: string) => {
    printed[stream] += text;
    wake();
  };
  const terminal: Terminal = {
    out: write("out"),
    err: write("err"),
    outIsTerminal: false,
    errIsTerminal: false,
    columns: undefined,
    workingDirectory: "/project",
    environment: {},
    now: () => 0,
    interrupted: () => interrupted,
    open: async () => false,
  };
  const exitCode = main(argv, terminal, files).finally(() => {
    hasEnded = true;
    wake();
  });
  return {
    files,
    interrupt,
    exitCode,
    async until(text) {
      while (!printed.err.includes(text) && !hasEnded)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const now = { ...printed };
      printed.out = "";
      printed.err = "";
      return now;
    },
  };
}

const right = index.replace("limti", "limit");
const mended = parameters.replace("limit:", "limti:");

test("prints everything, then the difference that each change makes, until it is interrupted", async () => {
  const { files, until, interrupt, exitCode } = watching(["lint", "--watch"]);
  const first = await until("watching; Ctrl-C ends it\n");
  expect(first.out).toContain("input/index.rst:19:13 error No definition for `limti`");
  expect(first.err).toContain("1 error, ");

  files.save("/project/input/index.rst", index.replace("limti", "limit").replace("Lists", "Shows"));
  expect(await until("0 infos")).toEqual({
    out: `
input/index.rst:19:13 gone No definition for \`limti\` in parameters.yaml. Did you mean \`limit\`? unknown-parameter
`,
    err: "\n0 new findings, 1 gone; checked in 0.00 s\n0 errors, 0 warnings, 0 infos\n",
  });

  files.save("/project/input/parts/codes.inc", `\n${codes.replace("401", "403")}`);
  const second = await until("0 infos");
  expect(second.out).toMatch(/^\ninput\/parts\/codes\.inc:12:6 error .* status-code-undefined\n {2}12 \|/);
  expect(second.err).toMatch(/^\n1 new finding, 0 gone; .*\n1 error, 0 warnings, 0 infos in 1 file\n$/);

  // The finding has moved with its line.
  files.save("/project/input/parts/codes.inc", `\n\n${codes.replace("401", "403")}`);
  expect(await until("0 infos")).toEqual({
    out: "",
    err: "\nno difference; checked in 0.00 s\n1 error, 0 warnings, 0 infos in 1 file\n",
  });

  interrupt();
  expect(await exitCode).toBe(0);
  expect(files.watched()).toEqual([]);
});

test("what Redocly finds in the document is said after what is found in the sources", async () => {
  const { files, until, interrupt, exitCode } = watching(["lint", "--watch"], {
    "/project/input/apiref.config.yaml": "rules:\n  openapi/operation-description: warning\n",
    "/project/input/index.rst": right,
  });
  await until("watching");
  files.save("/project/input/index.rst", right.replace("Lists lamps.\n", ""));
  expect(await until(" info")).toEqual({
    out: "",
    err: "\nno difference; checked in 0.00 s\n0 errors, 0 warnings, 0 infos\n",
  });
  const more = await until(" info");
  expect(more.out).toMatch(/^\ninput\/index\.rst:\d+:\d+ warning .* openapi\/operation-description\n/);
  expect(more.err).toMatch(/^\n1 new finding, 0 gone; .*\n0 errors, 1 warning, 0 infos in 1 file\n$/);

  // Where there is a problem it is not left out of the first difference.
  files.save("/project/input/index.rst", index);
  expect((await until(" info")).err).toMatch(/^\n1 new finding, 1 gone; .*\n1 error, 0 warnings/);
  interrupt();
  expect(await exitCode).toBe(0);
});

test("who saves again before all is said is not kept waiting", async () => {
  const { files, until, interrupt, exitCode } = watching(["lint", "--watch"]);
  await until("watching");
  for (const name of ["limti", "limit", "lmiti", "limit"]) {
    // as editors do it: under another name first
    files.save("/project/input/index.rst~", index.replace("limti", name));
    files.save("/project/input/index.rst", index.replace("limti", name));
    const { err } = await until(" info");
    expect(err.match(/checked in/g)).toHaveLength(1);
    expect(err).toContain(name === "limit" ? "\n0 errors" : "\n1 error");
  }
  interrupt();
  expect(await exitCode).toBe(0);
});

test("a broken configuration is said, and watching goes on", async () => {
  const { files, until, interrupt, exitCode } = watching(["lint", "--watch"]);
  await until("watching");
  files.save("/project/input/apiref.config.yaml", "rulez: {}\n");
  expect((await until("Unknown key")).err).toBe(
    "apiref: input/apiref.config.yaml:1: Unknown key `rulez`. Did you mean `rules`?\n",
  );
  files.save("/project/input/apiref.config.yaml", "rules:\n  unknown-parameter: off\n");
  files.save("/project/input/parameters.yaml", mended);
  interrupt();
  expect(await exitCode).toBe(0);
});

test("settings are resolved again", async () => {
  const { files, until, interrupt, exitCode } = watching(["lint", "--watch"]);
  await until("watching");
  files.save("/project/input/apiref.config.yaml", "rules:\n  unknown-parameter: off\n");
  expect((await until("1 gone")).out).toContain("unknown-parameter\n");
  interrupt();
  expect(await exitCode).toBe(0);
});

test("changes of the baseline count, also where it is outside of the tree", async () => {
  const path = "/elsewhere/baseline.json";
  const empty = '{ "version": 2, "findings": [] }';
  const { files, until, interrupt, exitCode } = watching(["lint", "--watch", "--baseline", path], {
    [path]: empty,
  });
  await until("watching");
  files.save(path, "no baseline");
  expect((await until("is not a baseline")).err).toMatch(/^apiref: /);
  files.save(path, empty);
  await until("no difference");
  interrupt();
  expect(await exitCode).toBe(0);
});

test("build writes after every change, and what it writes is no change", async () => {
  const { files, until, interrupt, exitCode } = watching(["build", "--watch", "--output", "input/spec"]);
  await until("watching");
  files.save("/project/input/index.rst", index.replace("Lists lamps", "Shows them"));
  expect((await until("openapi.map.json in")).err).toMatch(
    /^\nno difference; checked in 0\.00 s\n.* infos? .*\nwrote input\/spec\/openapi\.yaml, input\/spec\/openapi\.map\.json in 0\.00 s\n$/,
  );
  const text = new TextDecoder().decode(files.read("/project/input/spec/openapi.yaml"));
  expect(text).toContain("description: Shows them.");
  interrupt();
  expect(await exitCode).toBe(0);
});

test.each([
  ["another format", ["--format", "json"], "Write other formats with `--report`."],
  ["a baseline to record", ["--update-baseline", "--baseline", "b.json"], "records no baseline"],
  ["a source that is none", ["nowhere"], "There is no nowhere."],
])("%s: exit code 2", async (_, flags, message) => {
  const { until, exitCode } = watching(["lint", "--watch", ...flags]);
  expect((await until(message)).err).toMatch(/^apiref: .*\n$/);
  expect(await exitCode).toBe(2);
});
