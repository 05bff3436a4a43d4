/** The microversion that the address of the page names (`?microversion=2.60`); undefined for all. */
export function namedVersion(): string | undefined {
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

/** The choice of a microversion in the bar of the page. */
export class Choice {
  #versions: readonly string[] = [];
  /** What of the address was followed last. */
  #followed = location.search;
  readonly #onChoice: (version: string | undefined) => Promise<void>;
  readonly #select = document.createElement("select");
  readonly #label = document.createElement("label");
  readonly #note = document.createElement("span");

  /** @param onChoice called with each that a reader chooses; undefined for all */
  constructor(versions: readonly string[], onChoice: (version: string | undefined) => Promise<void>) {
    this.#onChoice = onChoice;
    this.#select.id = "apiref-version";
    this.#label.append("Microversion ", this.#select);
    this.#note.setAttribute("role", "status");
    document.getElementById("apiref-bar")!.append(this.#label, this.#note);
    this.offer(versions);
    this.#select.addEventListener("change", () => {
      const { value } = this.#select;
      history.pushState(history.state, "", addressAt(value === "" ? undefined : value));
      void this.follow();
    });
    addEventListener("popstate", () => {
      if (location.search !== this.#followed) void this.follow();
    });
  }

  /** Offers these, the highest first. */
  offer(versions: readonly string[]): void {
    this.#versions = versions;
    this.#label.hidden = versions.length === 0;
    this.#note.hidden = versions.length === 0;
    this.#select.replaceChildren(
      new Option("all", ""),
      ...versions.map((version) => new Option(version, version)),
    );
    this.#select.value = this.version ?? "";
  }

  /** The one that is chosen; undefined for all, and where the address names one that there is not. */
  get version(): string | undefined {
    const version = namedVersion();
    return version !== undefined && this.#versions.includes(version) ? version : undefined;
  }

  /** Has what the address names shown. */
  async follow(): Promise<void> {
    this.#followed = location.search;
    const [named, version] = [namedVersion(), this.version];
    const isKnown = named === version;
    this.#select.value = version ?? "";
    this.#select.disabled = true;
    this.#note.textContent = isKnown
      ? "…"
      : `There is no microversion ${named}; this is the API at all of them.`;
    // lets the browser show that something happens
    await new Promise((resolve) => setTimeout(resolve, 20));
    await this.#onChoice(version);
    this.#select.disabled = false;
    if (isKnown) this.#note.textContent = version === undefined ? "" : `The API as it is at ${version}.`;
  }
}
