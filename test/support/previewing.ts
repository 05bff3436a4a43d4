import { get } from "node:http";
import type { Messages } from "../../src/preview/messages.ts";
import { type Run, run } from "./run.ts";
import { type WatchableFiles, watchableFiles } from "./watchable.ts";

/** A page with two operations that share a path, and nothing to find in it. */
export const index = `
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
/** The tree of that page. */
export const contents = {
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
export interface Previewing {
  readonly files: WatchableFiles;
  readonly address: string;
  /** The addresses that a browser was asked to show. */
  readonly opened: readonly string[];
  readonly get: (path: string) => Promise<string>;
  /** Waits for the next event of that name. */
  readonly next: <Name extends keyof Messages>(name: Name) => Promise<Messages[Name]>;
  readonly end: () => Promise<Run>;
}

/** Starts `apiref preview` of a tree in memory, `/project/input`; it has to be ended. */
export async function previewing(
  argv: readonly string[] = [],
  texts: Readonly<Record<string, string>> = contents,
): Promise<Previewing> {
  const files = watchableFiles(texts);
  const opened: string[] = [];
  let interrupt = () => {};
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  let out = "";
  let hasSaid = () => {};
  const said = new Promise<void>((resolve) => {
    hasSaid = resolve;
  });
  const running = run(files, ["preview", ...argv], {
    interrupted: () => interrupted,
    open: async (address) => {
      opened.push(address);
      return false;
    },
    out: (text) => {
      out += text;
      hasSaid();
    },
  });
  await Promise.race([said, running]);
  const [address] = /^http:\/\/127\.0\.0\.1:\d+\//.exec(out) ?? [];
  if (address === undefined) throw new Error(`no address: ${out}${(await running).err}`);
  return {
    files,
    address,
    opened,
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
    next: eventsOf(address),
    async end() {
      interrupt();
      return { ...(await running), out };
    },
  };
}

/** Listens to the events of a preview; gives what waits for the next of a name. */
function eventsOf(address: string): Previewing["next"] {
  const events: Event[] = [];
  let wake = () => {};
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
  return async (name) => {
    for (;;) {
      const at = events.findIndex((event) => event.name === name);
      if (at !== -1) return events.splice(at, 1)[0]!.data as never;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
}
