import { type Item, operationsIn, withOperations } from "./items.ts";

/** The height of the bar above the reference, which stays when it is scrolled. */
const barHeight = () => document.getElementById("apiref-bar")!.getBoundingClientRect().height;

const OPTIONS = {
  hideDownloadButtons: true,
  hideLoading: true,
  disableTelemetry: true,
  sanitize: true,
  jsonSamplesExpandLevel: "all",
  maxDisplayedEnumValues: 20,
  scrollYOffset: barHeight,
  // A document of this program refers to nothing outside of itself.
  skipBundle: true,
};

const element = document.getElementById("apiref-page")!;
let root: ReturnType<typeof Redoc.createRoot> | undefined;
let drawn: RedocRead | undefined;

/** Draws a document, in place of the one before: the reader stays where he is. */
export async function draw(api: object): Promise<void> {
  render(await Redoc.prepare({ spec: api, options: OPTIONS }));
}

/**
 * Draws some operations anew and leaves the rest of the page alone, which is many times as fast.
 *
 * @param part a document with these operations, and all components
 * @returns false where nothing was drawn, for an operation is not on the page yet
 */
export async function redraw(part: object): Promise<boolean> {
  if (drawn === undefined) return false;
  const { items, store } = await Redoc.prepare({ spec: part, options: OPTIONS });
  const fresh = new Map(operationsIn(items).map((item) => [item.routeSlug!, item]));
  const placed = withOperations(drawn.items, fresh);
  if (placed === undefined) return false;
  render({ ...drawn, items: placed, store });
  return true;
}

/** The operations on the page. */
export function drawnOperations(): readonly Item[] {
  return operationsIn(drawn?.items ?? []);
}

function render(read: RedocRead): void {
  drawn = read;
  root ??= Redoc.createRoot(element);
  const { items, store, options } = read;
  root.render(
    Redoc.createElement(
      Redoc.HashRouter,
      null,
      Redoc.createElement(
        Redoc.StateProvider,
        null,
        Redoc.createElement(Redoc.Docs, {
          items,
          store,
          options,
          basePath: "/",
          spec: read.document,
          telemetryConfig: { disabled: true },
        }),
      ),
    ),
  );
}
