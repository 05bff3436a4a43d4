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
};

const element = document.getElementById("apiref-page")!;
let root: ReturnType<typeof Redoc.createRoot> | undefined;

/** Draws a document, in place of the one before: the reader stays where he is. */
export async function draw(api: object): Promise<void> {
  const read = await Redoc.prepare({ spec: api, options: OPTIONS });
  root ??= Redoc.createRoot(element);
  const { items, store, options } = read;
  root.render(
    Redoc.createElement(
      Redoc.HashRouter,
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
  );
}
