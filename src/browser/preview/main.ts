import type { JsonObject } from "../../data/json-value.ts";
import { withChanges } from "../../preview/document-parts.ts";
import type { DocumentChange, Messages } from "../../preview/messages.ts";
import { showBroken, showPanel } from "./panel.ts";

declare global {
  interface Window {
    readonly apirefPage: { show(document: object): Promise<void> };
  }
}

let revision = document.querySelector<HTMLMetaElement>("meta[name=apiref-revision]")!.content;
let shown = JSON.parse(document.getElementById("apiref-document")!.textContent!) as JsonObject;

/** One after another, each on the document that the one before has made. */
let last = Promise.resolve();
function inTurn(work: () => Promise<void> | void): void {
  last = last.then(work).catch(reread);
}

async function change({ from, to, parts }: DocumentChange): Promise<void> {
  if (from !== revision) return reread();
  shown = withChanges(shown, parts);
  revision = to;
  await window.apirefPage.show(shown);
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
on("revision", async (present) => {
  if (present !== revision) await reread();
});
on("document", change);
on("findings", showPanel);
on("broken", showBroken);
