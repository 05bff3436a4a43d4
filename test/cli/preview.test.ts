import { get } from "node:http";
import { afterEach, expect, test } from "vitest";
import type { Messages } from "../../src/preview/messages.ts";
import { run } from "../support/run.ts";
import { type WatchableFiles, watchableFiles } from "../support/watchable.ts";

const index = `
Lamps
=====

List lamps
----------

.. rest_method:: GET /lamps

Lists lamps.

Response codes
~~~~~~~~~~~~~~

.. rest_status_code:: success status.yaml

   - 200

.. rest_status_code:: error status.yaml

   - 401

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - limit: limit

Dim a lamp
----------

.. rest_method:: POST /lamps

Dims one.

.. include:: codes.inc
`;
const contents = {
  "/project/input/index.rst": index,
  "/project/input/codes.inc":
    "Codes\n~~~~~\n\n.. rest_status_code:: success status.yaml\n\n   - 202\n\n.. rest_status_code:: error status.yaml\n\n   - 401\n",
  "/project/input/parameters.yaml":
    "limit:\n  description: |\n    How many.\n  in: query\n  required: false\n  type: integer\n",
  "/project/input/status.yaml":
    "200:\n  default: |\n    Done.\n202:\n  default: |\n    Begun.\n401:\n  default: |\n    Not known.\n",
};

/** An event as it came. */
type Event = {
  [Name in keyof Messages]: { readonly name: Name; readonly data: Messages[Name] };
}[keyof Messages];

/** A preview that is running, and one who listens to it. */
interface Previewing {
  readonly files: WatchableFiles;
  readonly address: string;
  readonly get: (path: string) => Promise<string>;
  /** Waits for the next event of that name. */
  readonly next: <Name extends keyof Messages>(name: Name) => Promise<Messages[Name]>;
  readonly end: () => Promise<{ exitCode: number; out: string; err: string }>;
}

let interrupt = () => {};
afterEach(() => interrupt());

async function previewing(
  argv: readonly string[] = [],
  texts: Record<string, string> = {},
): Promise<Previewing> {
  const files = watchableFiles({ ...contents, ...texts });
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  let out = "";
  let opened = "";
  const hasBegun = new Promise<void>((resolve) => {
    const write = (text: string): void => {
      out += text;
      if (out.includes("\n")) resolve();
    };
    running = run(files, ["preview", ...argv], {
      interrupted: () => interrupted,
      open: async (address) => {
        opened = address;
        return false;
      },
      out: write,
    });
    running.then(() => resolve());
  });
  await hasBegun;
  const address = /^http:\/\/127\.0\.0\.1:\d+\//.exec(out)?.[0] ?? "";
  if (argv.includes("--open")) expect(opened).toBe(address);
  const events: Event[] = [];
  let wake = () => {};
  if (address !== "") {
    let rest = "";
    get(`${address}events`, { agent: false }, (response) => {
      response.setEncoding("utf8").on("data", (piece: string) => {
        const texts = (rest + piece).split("\n\n");
        rest = texts.pop()!;
        for (const text of texts) {
          const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(text) ?? [];
          events.push({ name, data: JSON.parse(data!) } as Event);
        }
        wake();
      });
      response.on("error", () => {});
    }).on("error", () => {});
  }
  return {
    files,
    address,
    get: (path) =>
      new Promise((resolve, reject) => {
        get(new URL(path, address), { agent: false }, (response) => {
          let body = "";
          response.setEncoding("utf8").on("data", (piece) => {
            body += piece;
          });
          response.on("end", () => resolve(body));
        }).on("error", reject);
      }),
    async next(name) {
      for (;;) {
        const at = events.findIndex((event) => event.name === name);
        if (at !== -1) return events.splice(at, 1)[0]!.data as never;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async end() {
      interrupt();
      return { ...(await running!), out };
    },
  };
}
let running: ReturnType<typeof run> | undefined;

test("shows the page, and tells what each save changes, until it is interrupted", async () => {
  const { files, address, get, next, end } = await previewing();
  const revision = await next("revision");
  const page = await get("/");
  expect(page).toContain(`<meta name="apiref-revision" content="${revision}">`);
  expect(page).toContain("<title>Lamps</title>");
  expect(page).toContain("connect-src 'self';");
  expect(JSON.parse(await get("/document.json"))).toMatchObject({ revision, document: { openapi: "3.1.1" } });
  expect(JSON.parse(await get("/openapi.json"))).toMatchObject({ openapi: "3.1.1" });
  expect(await next("findings")).toEqual({
    summary: "0 errors, 0 warnings, 0 infos",
    round: 0,
    causes: [],
  });
  expect(await next("broken")).toBeNull();

  files.save("/project/input/index.rst", index.replace("Lists lamps.", "Shows all."));
  const change = await next("document");
  expect(change).toMatchObject({
    from: revision,
    parts: [{ at: ["paths"], set: { "/lamps": { get: { description: "Shows all." } } } }],
    operations: { changed: ["listLamps"], added: [] },
  });
  expect(JSON.parse(await get("/document.json"))).toMatchObject({ revision: change.to });
  expect((await next("findings")).round).toBe(1);

  files.save("/project/input/index.rst", index.replace("limit: limit", "limit: limti"));
  expect((await next("document")).from).toBe(change.to);
  const { causes, ...found } = await next("findings");
  expect(found).toEqual({ summary: "1 error, 0 warnings, 1 info in 2 files", round: 2 });
  expect(causes[0]).toMatchObject({
    round: 2,
    severity: "error",
    rule: "unknown-parameter",
    place: "input/index.rst:28:13",
    excerpt: { text: "   - limit: limti", from: 12, length: 5 },
    operation: { name: "GET /lamps", id: "listLamps" },
  });
  expect(await end()).toEqual({
    exitCode: 0,
    out: `${address} shows input; Ctrl-C ends it\n`,
    err: "",
  });
  expect(files.watched()).toEqual([]);
});

test("the page of broken sources stays, with what is wrong", async () => {
  const { files, get, next, end } = await previewing();
  await next("broken");
  const page = await get("/");
  files.save("/project/input/apiref.config.yaml", "rulez: {}\n");
  expect(await next("broken")).toBe("input/apiref.config.yaml:1: Unknown key `rulez`. Did you mean `rules`?");
  expect(await get("/")).toBe(page);
  files.save("/project/input/apiref.config.yaml", "rules: {}\n");
  expect(await next("broken")).toBeNull();
  files.save("/project/input/index.rst", "Nothing\n=======\n");
  expect(await next("broken")).toMatch(/^No document in input has an operation/);
  files.save("/project/input/index.rst", index);
  expect(await next("broken")).toBeNull();
  expect((await end()).err).toMatch(/^apiref: .*\napiref: .*\n$/);
});

test("--open says where it could not", async () => {
  const { end } = await previewing(["--open"]);
  expect((await end()).err).toBe("No browser could be started. Open the address in one.\n");
});

test("two previews on one port: one line and exit code 2, and the first goes on", async () => {
  const { address, get } = await previewing();
  const { port } = new URL(address);
  const second = await run(watchableFiles(contents), ["preview", "--port", port]);
  expect(second).toEqual({
    exitCode: 2,
    out: "",
    err: `apiref: Port ${port} is in use. Name another with \`--port\`, or none for one that is free.\n`,
  });
  expect(await get("/openapi.json")).toContain("3.1.1");
});

test.each([
  ["a source that is none", ["nowhere"], "There is no nowhere."],
  ["no port", ["--port", "x"], "Give a whole number."],
  ["no port, either", ["--port", "65536"], "Ports end at 65535."],
])("%s: exit code 2", async (_, argv, message) => {
  const { exitCode, out, err } = await run(watchableFiles(contents), ["preview", ...argv]);
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  expect(err).toMatch(/^apiref: [^\n]*\n$/);
  expect(err).toContain(message);
});
