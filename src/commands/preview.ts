import { posix } from "node:path";
import { builtin } from "../files/builtin.ts";
import { browserCode } from "../files/bundle.ts";
import type { Files } from "../files/files.ts";
import { serialize } from "../openapi/serialize.ts";
import { renderPage } from "../page/page.ts";
import { type Answer, type PreviewServer, startServer } from "../preview/server.ts";
import { type Message, PreviewState } from "../preview/state.ts";
import type { Project } from "../project.ts";
import { visible } from "../text/visible.ts";
import { version } from "../version.ts";
import { type CheckFlags, checkTree, reportOf } from "./check.ts";
import { keepChecking, type Showing } from "./rounds.ts";
import { lastLine } from "./summary-lines.ts";
import type { Terminal } from "./terminal.ts";

/** The options of `apiref preview`. */
export interface PreviewFlags extends CheckFlags {
  /** The port to listen on; any that is free unless given. */
  readonly port?: number | undefined;
  /** Whether to show the page in the system's browser. */
  readonly open?: boolean | undefined;
}

/**
 * `apiref preview`: serves the page of the sources as they are to this machine's browsers, and tells them what each change
 * brings, until it is asked to end. Gives the exit code.
 */
export async function preview(files: Files, terminal: Terminal, flags: PreviewFlags): Promise<number> {
  const site = new Site();
  // A port that is taken is said before the tree is read.
  const server = await startServer(flags.port ?? 0, {
    answers: site.answers,
    events: "/events",
    greeting: () => site.state?.greeting() ?? [],
  });
  try {
    return await keepChecking(files, terminal, {
      redocly: flags.redocly,
      check: async (tree, run) => ({
        project: await checkTree(tree, terminal, flags, run),
        texts: new Map(),
      }),
      showing: showing(site, server, terminal, flags),
    });
  } finally {
    server.close();
  }
}

/** The name under which the document for programs is served. */
const DOCUMENT_NAME = "openapi.json";

/** What is served, as soon as something was read. */
class Site {
  state: PreviewState | undefined;
  /** What programs read. */
  document: Project["specification"] | undefined;
  readonly answers: ReadonlyMap<string, () => Answer | undefined> = new Map([
    ["/", () => this.state && { type: "text/html; charset=utf-8", body: pageOf(this.state) }],
    [
      "/document.json",
      () =>
        this.state && {
          type: "application/json",
          body: JSON.stringify({ revision: this.state.revision, document: this.state.document }),
        },
    ],
    [
      `/${DOCUMENT_NAME}`,
      () => this.document && { type: "application/json", body: serialize(this.document.document, "json") },
    ],
  ]);
}

/** The page, which knows which document it shows, and asks for changes of it. */
function pageOf({ revision, document }: PreviewState): string {
  const page = renderPage(document, {
    code: `${browserCode("page")}\n${browserCode("preview")}`,
    version,
    documentName: DOCUMENT_NAME,
    connects: "'self'",
  });
  return page.replace("</head>", () => `<meta name="apiref-revision" content="${revision}">\n</head>`);
}

/** Sends what the runs find to whoever has the page open. */
function showing(
  site: Site,
  server: PreviewServer,
  terminal: Terminal,
  { quiet, open }: PreviewFlags,
): Showing {
  const send = (messages: readonly Message[]): void => {
    for (const [event, data] of messages) server.send(event, data);
  };
  const find = (state: PreviewState, project: Project, isMore: boolean): readonly Message[] =>
    state.find(reportOf(terminal, project), lastLine(project.findings), isMore);
  return {
    first(_files, { project }) {
      const { settings, specification, apart } = project;
      const { randomUUID } = builtin("node:crypto") as typeof import("node:crypto");
      site.document = specification;
      site.state = new PreviewState(randomUUID(), apart);
      find(site.state, project, false);
      send(site.state.greeting());
      const address = `http://127.0.0.1:${server.port}/`;
      const shown = posix.relative(terminal.workingDirectory, settings.root) || ".";
      terminal.out(`${address} shows ${visible(shown)}; Ctrl-C ends it\n`);
      if (open)
        terminal.open(address).then((isOpen) => {
          if (!isOpen && !quiet) terminal.err("No browser could be started. Open the address in one.\n");
        });
    },
    ready() {},
    read({ specification, apart }) {
      site.document = specification;
      send(site.state?.show(apart) ?? []);
    },
    again(_files, { project }, _startedAt, isMore) {
      site.document = project.specification;
      if (site.state !== undefined)
        send([...site.state.show(project.apart), ...find(site.state, project, isMore)]);
    },
    refused(error) {
      send(site.state?.refuse(error.message) ?? []);
      if (!quiet) terminal.err(`apiref: ${visible(error.message)}\n`);
    },
  };
}
