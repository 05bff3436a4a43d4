import { posix } from "node:path";
import type { JsonObject } from "../data/json-value.ts";
import { builtin } from "../files/builtin.ts";
import { browserCode } from "../files/bundle.ts";
import type { Files } from "../files/files.ts";
import { revisionOf } from "../files/git-revision.ts";
import { selectableVersions } from "../openapi/named-versions.ts";
import { serialize } from "../openapi/serialize.ts";
import { documentAt } from "../page/at-version.ts";
import { renderPage } from "../page/page.ts";
import { type PreviewServer, startServer } from "../preview/server.ts";
import { type Message, PreviewState } from "../preview/state.ts";
import type { Project } from "../project.ts";
import { Memory } from "../text/memory.ts";
import { visible } from "../text/visible.ts";
import { version } from "../version.ts";
import { type CheckFlags, checkTree, reportOf } from "./check.ts";
import { linksOf } from "./page.ts";
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
  const site = new Site(files);
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

/** What of a run is served. */
type Served = Pick<Project, "specification" | "apart" | "apiRef" | "settings">;

/** What is served, as soon as something was read. */
class Site {
  state: PreviewState | undefined;
  readonly #files: Files;
  #tree: Served | undefined;
  /** What documents of microversions are made with again, and those of the present sources. */
  readonly #memory = new Memory();
  readonly #atVersions = new Map<string, JsonObject>();

  constructor(files: Files) {
    this.#files = files;
  }

  readonly answers: Parameters<typeof startServer>[1]["answers"] = new Map([
    ["/", () => this.state && { type: "text/html; charset=utf-8", body: this.#page(this.state) }],
    [
      "/document.json",
      (query: URLSearchParams) =>
        this.state && {
          type: "application/json",
          body: JSON.stringify({
            revision: this.state.revision,
            document: this.#document(this.state, query),
          }),
        },
    ],
    [
      `/${DOCUMENT_NAME}`,
      () =>
        this.#tree && {
          type: "application/json",
          body: serialize(this.#tree.specification.document, "json"),
        },
    ],
  ]);

  /** Serves what was read now, or what was found in it. */
  serve(tree: Served): void {
    if (tree.apart !== this.#tree?.apart) this.#atVersions.clear();
    this.#tree = tree;
  }

  /** The document that the page shows, at the microversion that a query names. */
  #document({ document }: PreviewState, query: URLSearchParams): JsonObject {
    const version = query.get("microversion");
    if (this.#tree === undefined || version === null || !versionsOf(this.#tree).includes(version))
      return document;
    const { apiRef, settings } = this.#tree;
    const known =
      this.#atVersions.get(version) ?? documentAt(apiRef, version, settings.specification, this.#memory);
    this.#atVersions.set(version, known);
    return known;
  }

  /** The page, which knows which document it shows, and asks for changes of it. */
  #page({ revision, document }: PreviewState): string {
    const tree = this.#tree!;
    const page = renderPage(document, {
      code: browserCode("page"),
      versions: { sources: { versions: versionsOf(tree) }, code: browserCode("preview") },
      links: linksOf(this.#files, tree),
      version,
      revision: revisionOf(this.#files, tree.settings.root),
      documentName: DOCUMENT_NAME,
      connects: "'self'",
    });
    return page.replace("</head>", () => `<meta name="apiref-revision" content="${revision}">\n</head>`);
  }
}

/** The microversions that a reader may choose; none where the document is for one already. */
function versionsOf({ apiRef, settings }: Served): readonly string[] {
  return settings.specification.microversion === undefined ? selectableVersions(apiRef) : [];
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
      const { settings, apart } = project;
      const { randomUUID } = builtin("node:crypto") as typeof import("node:crypto");
      site.serve(project);
      site.state = new PreviewState(randomUUID(), apart, versionsOf(project));
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
    read(tree) {
      site.serve(tree);
      send(site.state?.show(tree.apart, versionsOf(tree)) ?? []);
    },
    again(_files, { project }, _startedAt, isMore) {
      site.serve(project);
      if (site.state !== undefined)
        send([...site.state.show(project.apart, versionsOf(project)), ...find(site.state, project, isMore)]);
    },
    refused(error) {
      send(site.state?.refuse(error.message) ?? []);
      if (!quiet) terminal.err(`apiref: ${visible(error.message)}\n`);
    },
  };
}
