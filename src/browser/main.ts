import type { JsonObject } from "../data/json-value.ts";
import type { PageSources } from "../page/sources.ts";
import { addChoice, chosenVersion } from "./choice.ts";
import { type Decoration, decorate } from "./decorate.ts";
import { draw, drawnOperations, redraw } from "./draw.ts";
import { partOf } from "./part.ts";

/** The data of the page, by the id of what holds it; undefined where there is none. */
function data<Data>(id: string): Data | undefined {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as Data) : undefined;
}

let whole = data<JsonObject>("apiref-document")!;
let decoration = data<Decoration>("apiref-decoration") ?? {};
const sources = data<PageSources>("apiref-sources");

declare const apirefVersions: {
  documentAt(sources: PageSources, version: string): Promise<JsonObject>;
};

/** Draws the API at a microversion, or at all. */
async function drawAt(version: string | undefined): Promise<void> {
  const shown =
    version === undefined || sources === undefined
      ? whole
      : await apirefVersions.documentAt(sources, version);
  await draw(decorate(shown, decoration));
}

/** What another script on the page may do with it: `apiref preview` puts in what a save has changed. */
Object.assign(window, {
  apirefPage: {
    /** Draws another document in place of the one before; the reader stays where he is. */
    async show(document: JsonObject, changed: Decoration = decoration) {
      whole = document;
      decoration = changed;
      await draw(decorate(whole, decoration));
    },
    /** Draws another document of which only these paths have changed, and perhaps the components that they use. */
    async change(document: JsonObject, paths: readonly string[], areComponentsChanged: boolean) {
      whole = document;
      const part = decorate(partOf(whole, paths), decoration);
      if (!(await redraw(part, areComponentsChanged))) await draw(decorate(whole, decoration));
    },
    /** The operations on the page, with the fragments of their addresses. */
    operations: drawnOperations,
  },
});

if (sources !== undefined) addChoice(sources, drawAt);
if (sources === undefined || chosenVersion() === undefined) await drawAt(undefined);
