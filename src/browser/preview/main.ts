import type { JsonObject } from "../../data/json-value.ts";
import { changedParts, partsOf, pathsToDraw, withChanges } from "../../preview/document-parts.ts";
import type { DocumentChange, Messages } from "../../preview/messages.ts";
import { operationChanges } from "../../preview/operation-changes.ts";
import { showBroken } from "./broken.ts";
import { element } from "./element.ts";
import { markChanges } from "./marks.ts";
import { goTo, isAtHand } from "./operations.ts";
import { PreviewPanel } from "./panel.ts";
import { STYLE } from "./style.ts";

document.head.append(element("style", { text: STYLE }));
const panel = new PreviewPanel();

let revision = document.querySelector<HTMLMetaElement>("meta[name=apiref-revision]")!.content;

/** One after another, each on the document that the one before has made; the first when the page is drawn. */
let last = new Promise<void>((resolve) => addEventListener("apiref-drawn", () => resolve(), { once: true }));
function inTurn(work: () => Promise<void> | void): void {
  last = last.then(work).catch(reread);
}

async function change({ from, to, parts, operations }: DocumentChange): Promise<void> {
  if (from !== revision) return reread();
  const whole = withChanges(window.apirefPage.whole(), parts);
  revision = to;
  window.apirefPage.keep(whole);
  const version = window.apirefPage.version();
  const made = version === undefined ? { document: whole, parts, operations } : await changesAt(version);
  if (window.apirefPage.version() !== version) return; // another one was chosen meanwhile, and is drawn of what is served now
  const paths = pathsToDraw(made.document, made.parts, made.operations);
  const areComponentsChanged = made.parts.some(({ at }) => at[0] === "components");
  if (paths === undefined) await window.apirefPage.show(made.document);
  else await window.apirefPage.change(made.document, paths, areComponentsChanged);
  for (const { from, to } of made.operations.renamed) if (isAtHand(from)) goTo(to);
  markChanges(made.operations);
  panel.showChanges(made.operations);
}

/** What has changed of the document of a microversion since it was drawn. */
async function changesAt(
  version: string,
): Promise<Pick<DocumentChange, "parts" | "operations"> & { readonly document: JsonObject }> {
  const document = await window.apirefPage.documentOf(version);
  const [before, now] = [partsOf(window.apirefPage.current()), partsOf(document)];
  return { document, parts: changedParts(before, now), operations: operationChanges(before, now) };
}

/** Reads the whole document, for what is shown is not what the changes begin with. */
async function reread(): Promise<void> {
  const read = await served("");
  revision = read.revision;
  window.apirefPage.keep(read.document);
  await window.apirefPage.show(await window.apirefPage.documentOf(window.apirefPage.version()));
}

async function served(query: string): Promise<{ readonly revision: string; readonly document: JsonObject }> {
  return (await fetch(`/document.json${query}`)).json();
}

// What `browser/main.ts` asks for the document of a microversion.
Object.assign(globalThis, {
  apirefVersions: {
    documentAt: async (_sources: unknown, version: string) =>
      (await served(`?microversion=${encodeURIComponent(version)}`)).document,
  },
});

const events = new EventSource("/events");
function on<Name extends keyof Messages>(
  name: Name,
  show: (data: Messages[Name]) => Promise<void> | void,
): void {
  events.addEventListener(name, ({ data }) =>
    inTurn(() => show(JSON.parse(data as string) as Messages[Name])),
  );
}
events.addEventListener("open", () => panel.showConnection(true));
events.addEventListener("error", () => panel.showConnection(false));
on("revision", async (present) => {
  if (present !== revision) await reread();
});
on("versions", (versions) => window.apirefPage.offer(versions));
on("document", change);
on("findings", (found) => panel.show(found));
on("broken", showBroken);
