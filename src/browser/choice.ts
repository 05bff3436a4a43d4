import type { PageSources } from "../page/sources.ts";

/** The microversion that the address of the page names (`?microversion=2.60`); undefined for all. */
export function chosenVersion(): string | undefined {
  return new URLSearchParams(location.search).get(KEY) ?? undefined;
}

const KEY = "microversion";

/** The address of the present place at a microversion; undefined for all. */
export function addressAt(version: string | undefined): string {
  const address = new URL(location.href);
  if (version === undefined) address.searchParams.delete(KEY);
  else address.searchParams.set(KEY, version);
  return address.href;
}

/**
 * Puts the choice of a microversion into the bar of the page.
 *
 * @param onChoice called with each that a reader chooses; undefined for all
 */
export function addChoice(
  { versions }: PageSources,
  onChoice: (version: string | undefined) => Promise<void>,
): void {
  const select = document.createElement("select");
  select.id = "apiref-version";
  select.append(new Option("all", ""), ...versions.map((version) => new Option(version, version)));
  const label = document.createElement("label");
  label.append("Microversion ", select);
  const note = document.createElement("span");
  note.setAttribute("role", "status");
  document.getElementById("apiref-bar")!.append(label, note);

  const follow = async () => {
    const version = chosenVersion();
    const isKnown = version === undefined || versions.includes(version);
    select.value = isKnown ? (version ?? "") : "";
    select.disabled = true;
    note.textContent = isKnown ? "…" : `There is no microversion ${version}; this is the API at all of them.`;
    // lets the browser show that something happens
    await new Promise((resolve) => setTimeout(resolve, 20));
    await onChoice(isKnown ? version : undefined);
    select.disabled = false;
    if (isKnown) note.textContent = version === undefined ? "" : `The API as it is at ${version}.`;
  };
  select.addEventListener("change", () => {
    history.pushState(history.state, "", addressAt(select.value === "" ? undefined : select.value));
    void follow();
  });
  let shown = location.search;
  addEventListener("popstate", () => {
    if (shown !== location.search) void follow();
    shown = location.search;
  });
  if (chosenVersion() !== undefined) void follow();
}
