import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export const NO_BROWSER: string;
export function hasBrowser(): boolean;
export function openBrowser(): Promise<Browser | undefined>;
export function openPage(
  browser: Browser,
  url: string,
  options?: BrowserContextOptions,
  sign?: string,
): Promise<{ page: Page; mishaps: string[]; close: () => Promise<void> }>;
export function drawn(page: Page): Promise<void>;
