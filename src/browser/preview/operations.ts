import { type Item, lastPart } from "../items.ts";
import type { Page } from "../main.ts";

declare global {
  interface Window {
    /** What `browser/main.ts` lets other code on the page do. */
    readonly apirefPage: Page;
  }
}

function operation(id: string): Item | undefined {
  const name = id.toLowerCase();
  return window.apirefPage.operations().find(({ routeSlug }) => lastPart(routeSlug ?? "") === name);
}

/** Leads the reader to an operation. */
export function goTo(id: string): void {
  const route = operation(id)?.routeSlug;
  if (route !== undefined) location.hash = route;
}

/** The title of an operation, else its operationId. */
export function titleOf(id: string): string {
  return operation(id)?.label ?? id;
}

/** Whether the page is at an operation. */
export function isAtHand(id: string | undefined): boolean {
  return id !== undefined && lastPart(location.hash) === id.toLowerCase();
}

/** CSS selectors of what shows an operation: its section, and its entry in the navigation. */
export function selectorsOf(id: string): string[] {
  const end = CSS.escape(`/${id}`);
  return [`[data-section-id$="${end}" i]`, `.menu-content a[href$="${end}" i]`];
}
