import type { JsonObject } from "../../data/json-value.ts";
import { pathsToDraw, withChanges } from "../../preview/document-parts.ts";
import type { DocumentChange, Messages } from "../../preview/messages.ts";
import { showBroken } from "./broken.ts";
import { element } from "./element.ts";
import { markChanges } from "./marks.ts";
import { goTo, isAtHand } from "./operations.ts";
import { PreviewPanel } from "./panel.ts";
import { STYLE } from "./style.ts";

document.head.append(element("style", { text: STYLE }));
const panel = new PreviewPanel();

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
  const paths = pathsToDraw(shown, parts, operations);
  const areComponentsChanged = parts.some(({ at }) => at[0] === "components");
  if (paths === undefined) await window.apirefPage.show(shown);
  else await window.apirefPage.change(shown, paths, areComponentsChanged);
  for (const { from, to } of operations.renamed) if (isAtHand(from)) goTo(to);
  markChanges(operations);
  panel.showChanges(operations);
}

/** Reads the whole document, for what is shown is not what the changes begin with. */
async function reread(): Promise<void> {
  const answer = await fetch("/document.json");
  const read = (await answer.json()) as { readonly revision: string; readonly document: JsonObject };
  revision = read.revision;
  shown = read.document;
  await window.apirefPage.show(shown);
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
on("document", change);
on("findings", (found) => panel.show(found));
on("broken", showBroken);
