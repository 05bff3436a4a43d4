/** What of Redoc's browser file the page uses: `scripts/lib/build/page.mjs` hands it out under this name. */
declare const Redoc: {
  /** Reads a document: what is to be drawn of it. */
  prepare(input: { spec: unknown; options: Readonly<Record<string, unknown>> }): Promise<{
    readonly items: unknown;
    readonly store: unknown;
    readonly options: unknown;
    readonly document: unknown;
  }>;
  /** Draws what was read. */
  readonly Docs: unknown;
  /** Keeps the place of the reader in the fragment of the address. */
  readonly HashRouter: unknown;
  createElement(type: unknown, properties: object | null, ...children: unknown[]): unknown;
  createRoot(element: Element): { render(element: unknown): void };
};
