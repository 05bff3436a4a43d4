import type { allPanels } from "./all-panels.ts";
import { type Item, operationsIn, withOperations } from "./items.ts";
import type { NotFound } from "./not-found.ts";

declare global {
  /** Whether Redoc draws what is not near the window, and the operations of all tags (`redoc-changes.mjs`). */
  var apirefAll: boolean | undefined;
  /** What Redoc asks the page (`redoc-changes.mjs`). */
  var apiref: {
    notFound(
      route: string,
    ): Omit<NotFound, "at"> & { readonly link?: { readonly href: string; readonly text: string } };
    /** Whether a value of a sample stands for a number. */
    isNumber(value: unknown): boolean;
    /** A JSON text as it is shown and copied. */
    json(text: string): string;
    readonly allPanels: typeof allPanels;
  };
}

/** The height of the bar above the reference, which stays when it is scrolled; Redoc asks while it draws, when measuring is slow. */
let barHeight = 0;
new ResizeObserver(([entry]) => {
  barHeight = entry!.borderBoxSize[0]!.blockSize;
}).observe(document.getElementById("apiref-bar")!);

const OPTIONS = {
  hideDownloadButtons: true,
  hideLoading: true,
  disableTelemetry: true,
  sanitize: true,
  jsonSamplesExpandLevel: "all",
  maxDisplayedEnumValues: 20,
  // A line at the side shows what a property belongs to.
  hidePropertiesPrefix: true,
  scrollYOffset: () => barHeight,
  // A document of this program refers to nothing outside of itself.
  skipBundle: true,
};

const element = document.getElementById("apiref-page")!;
let root: ReturnType<typeof Redoc.createRoot> | undefined;
let state: object | undefined;
let drawn: RedocRead | undefined;

/** Draws a document, in place of the one before: the reader stays where he is. */
export async function draw(api: object): Promise<void> {
  render(await Redoc.prepare({ spec: api, options: OPTIONS }));
}

/**
 * Draws some operations anew and leaves the rest of the page alone, which is many times as fast.
 *
 * @param part a document with these operations, and the components that they use
 * @param areComponentsChanged whether these are others than before
 * @returns false where nothing was drawn, for an operation is not on the page yet
 */
export async function redraw(part: object, areComponentsChanged: boolean): Promise<boolean> {
  if (drawn === undefined) return false;
  const { items, store } = await Redoc.prepare({ spec: part, options: OPTIONS });
  const fresh = new Map(operationsIn(items).map((item) => [item.routeSlug!, item]));
  const placed = withOperations(drawn.items, fresh);
  if (placed === undefined) return false;
  // Whatever asks the store is drawn anew where it is another one.
  render({ ...drawn, items: placed, store: areComponentsChanged ? united(drawn.store, store) : drawn.store });
  return true;
}

/** A store with what another one knows as well, or otherwise. */
function united(before: RedocRead["store"], now: RedocRead["store"]): RedocRead["store"] {
  const both = { ...before };
  for (const [kind, known] of Object.entries(now))
    if (typeof known === "object" && known !== null && !Array.isArray(known))
      both[kind] = { ...(both[kind] as object | undefined), ...known };
  return both;
}

/** The operations on the page. */
export function drawnOperations(): readonly Item[] {
  return operationsIn(drawn?.items ?? []);
}

/** @param key drawn with another one, everything is made anew */
function render(read: RedocRead, key = "window", more?: object): void {
  drawn = read;
  root ??= Redoc.createRoot(element);
  const { items, store, options, document: spec } = read;
  // One that stays, so that what is open stays open when another document is drawn.
  state ??= Redoc.createState({ items, store, options, definition: spec });
  const docs = Redoc.createElement(Redoc.Docs, {
    items,
    store,
    options: { ...(options as object), ...more },
    basePath: "/",
    spec,
    telemetryConfig: { disabled: true },
  });
  root.render(
    Redoc.createElement(
      Redoc.HashRouter,
      { key },
      Redoc.createElement(Redoc.StateProvider, { store: state }, docs),
    ),
  );
}

// On paper nothing can be opened.
addEventListener("beforeprint", () => {
  globalThis.apirefAll = true;
  Redoc.flushSync(() => drawn && render(drawn, "paper", { schemasExpansionLevel: "all" }));
});
addEventListener("afterprint", () => {
  globalThis.apirefAll = false;
  if (drawn !== undefined) render(drawn);
});
