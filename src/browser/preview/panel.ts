import type { Panel } from "../../preview/messages.ts";

const panel = document.createElement("aside");
panel.id = "apiref-panel";
document.body.append(panel);

/** Shows the findings. */
export function showPanel({ summary }: Panel): void {
  panel.textContent = summary;
}

/** Says that the sources are broken, and with what. */
export function showBroken(reason: string | null): void {
  panel.title = reason ?? "";
}
