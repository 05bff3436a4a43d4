/** What Redoc has read of a document: what is to be drawn of it. */
interface RedocRead {
  readonly items: readonly import("./items.ts").Item[];
  readonly store: Readonly<Record<string, unknown>>;
  readonly options: unknown;
  readonly document: unknown;
}

/** What of Redoc's browser file the page uses: `scripts/lib/build/page.mjs` hands it out under this name. */
declare const Redoc: {
  /** Reads a document. */
  prepare(input: { spec: unknown; options: Readonly<Record<string, unknown>> }): Promise<RedocRead>;
  /** Draws what was read. */
  readonly Docs: unknown;
  /** Keeps the place of the reader in the fragment of the address. */
  readonly HashRouter: unknown;
  /** Keeps a state for what is in it. */
  readonly StateProvider: unknown;
  /** What a reader has opened and chosen, beginning with what is drawn first. */
  createState(first: { items: unknown; store: unknown; options: unknown; definition: unknown }): object;
  createElement(type: unknown, properties: object | null, ...children: unknown[]): unknown;
  /** Draws at once what a function asks for. */
  flushSync(work: () => unknown): void;
  createRoot(element: Element): { render(element: unknown): void };
};
