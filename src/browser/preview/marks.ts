import type { OperationChanges } from "../../preview/messages.ts";
import { selectorsOf } from "./operations.ts";

const sheet = document.createElement("style");
document.head.append(sheet);

/** Marks in the page the operations that the last save has changed or added, also those that Redoc draws later. */
export function markChanges({ changed, added }: OperationChanges): void {
  const selectors = [...changed, ...added].flatMap(selectorsOf);
  sheet.textContent =
    selectors.length === 0 ? "" : `${selectors.join(", ")} { box-shadow: inset 4px 0 #00897b; }`;
}
