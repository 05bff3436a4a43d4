import type { JsonObject } from "../data/json-value.ts";
import { NUMBER_MARK, unmarked } from "../page/marked-numbers.ts";
import type { PageSources } from "../page/sources.ts";
import { allPanels } from "./all-panels.ts";
import { addChoice, addressAt, chosenVersion } from "./choice.ts";
import { type Decoration, decorate } from "./decorate.ts";
import { draw, drawnOperations, redraw } from "./draw.ts";
import { lastPart, notFound } from "./not-found.ts";
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
  followOperation();
}

/**
 * Leads who follows an address whose section is called otherwise by now to the operation, which is known by the last part of
 * the address alone.
 */
function followOperation(): void {
  const route = decodeURIComponent(location.hash.slice(1));
  const operations = drawnOperations();
  if (route === "" || operations.some(({ routeSlug }) => routeSlug === route)) return;
  const there = operations.find(({ routeSlug = "" }) => lastPart(routeSlug) === lastPart(route))?.routeSlug;
  if (there !== undefined) location.replace(`#${there}`);
}
addEventListener("hashchange", followOperation);

globalThis.apiref = {
  notFound(route) {
    const { at, ...said } = notFound(route, whole, chosenVersion());
    return at === undefined ? said : { ...said, link: { href: addressAt(at), text: `Show it at ${at}.` } };
  },
  isNumber: (value) => typeof value === "string" && value.startsWith(NUMBER_MARK),
  json: unmarked,
  allPanels,
};

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
