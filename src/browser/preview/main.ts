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
const page = window.apirefPage;

let revision = document.querySelector<HTMLMetaElement>("meta[name=apiref-revision]")!.content;
let shown = JSON.parse(document.getElementById("apiref-document")!.textContent!) as JsonObject;

/** One after another, each on the document that the one before has made. */
let last = Promise.resolve();
function inTurn(work: () => Promise<void> | void): void {
  last = last.then(work).catch(reread);
}

async function change({ from, to, parts, operations }: DocumentChange): Promise<void> {
  if (from !== revision) return reread();
  shown = withChanges(shown, parts);
  revision = to;
  page.keep(shown);
  const version = page.version();
  const made = version === undefined ? { document: shown, parts, operations } : await changesAt(version);
  if (page.version() !== version) return; // another one was chosen meanwhile, and is drawn of what is served now
  const paths = pathsToDraw(made.document, made.parts, made.operations);
  const areComponentsChanged = made.parts.some(({ at }) => at[0] === "components");
  if (paths === undefined) await page.show(made.document);
  else await page.change(made.document, paths, areComponentsChanged);
  for (const { from, to } of made.operations.renamed) if (isAtHand(from)) goTo(to);
  markChanges(made.operations);
  panel.showChanges(made.operations);
}

/** What has changed of the document of a microversion since it was drawn. */
async function changesAt(
  version: string,
): Promise<Pick<DocumentChange, "parts" | "operations"> & { readonly document: JsonObject }> {
  const document = await page.documentOf(version);
  const [before, now] = [partsOf(page.current()), partsOf(document)];
  return { document, parts: changedParts(before, now), operations: operationChanges(before, now) };
}

/** Reads the whole document, for what is shown is not what the changes begin with. */
async function reread(): Promise<void> {
  const answer = await fetch("/document.json");
  const read = (await answer.json()) as { readonly revision: string; readonly document: JsonObject };
  revision = read.revision;
  shown = read.document;
  page.keep(shown);
  await page.show(await page.documentOf(page.version()));
}

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
on("versions", page.offer);
on("document", change);
on("findings", (found) => panel.show(found));
on("broken", showBroken);
