import { element } from "./element.ts";

const banner = element("div");
banner.id = "apiref-broken";
banner.hidden = true;
banner.setAttribute("role", "alert");
document.getElementById("apiref-bar")!.append(banner);

/** Says above the page with what the sources are broken, and that it shows what they were before. */
export function showBroken(reason: string | null): void {
  banner.hidden = reason === null;
  banner.textContent = reason === null ? "" : `${reason} The page shows the sources as they were before.`;
}
