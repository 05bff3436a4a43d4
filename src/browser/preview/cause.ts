import type { PanelCause } from "../../preview/messages.ts";
import { element } from "./element.ts";

/**
 * A finding as an entry of the panel: where it is, what it is, its source line, and what leads to its operation.
 *
 * @param onOperation called with the operationId of an operation that somebody wants to see
 */
export function causeEntry(cause: PanelCause, onOperation: (id: string) => void): HTMLLIElement {
  const { severity, rule, message, place, excerpt, fixable, operation, related, shownBy } = cause;
  const entry = element("li", {}, [
    element("span", { class: severity, text: severity }),
    " ",
    element("strong", { text: place }),
    ` ${message} `,
    ...(fixable ? [element("span", { class: "faint", text: "[apiref fix] " })] : []),
    element("span", { class: "faint", text: rule }),
  ]);
  if (excerpt !== undefined) {
    const { text, from, length } = excerpt;
    const place = element("mark", { text: text.slice(from, from + length) });
    entry.append(element("pre", {}, [text.slice(0, from), place, text.slice(from + length)]));
  }
  if (operation !== undefined) entry.append(operationLine(operation, onOperation));
  for (const other of related)
    entry.append(element("div", { class: "faint", text: `${other.place} ${other.message}` }));
  if (shownBy !== undefined) entry.append(element("div", { class: "faint", text: shownBy }));
  return entry;
}

function operationLine(
  { name, id }: NonNullable<PanelCause["operation"]>,
  onOperation: (id: string) => void,
): HTMLElement {
  if (id === undefined) return element("div", { class: "faint", text: `in ${name}` });
  const link = element("button", {
    class: "link",
    text: name,
    title: "Show the operation",
    onClick: () => onOperation(id),
  });
  return element("div", {}, ["in ", link]);
}
