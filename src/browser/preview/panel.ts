import type { OperationChanges, Panel, PanelCause } from "../../preview/messages.ts";
import { causeEntry } from "./cause.ts";
import { element } from "./element.ts";
import { goTo, isAtHand, titleOf } from "./operations.ts";

/** Whether the list is open stays as a reader has left it. */
const CLOSED = "apiref-panel-closed";

/** The panel at the lower edge of the page: what the last save has changed, and the findings by cause. */
export class PreviewPanel {
  #panel: Panel = { summary: "", round: 0, causes: [] };
  #isOfOperation = false;
  /** Entries by what they show, which are kept as long as that stays. */
  #entries = new Map<string, HTMLLIElement>();
  #current = "";
  readonly #list = element("ol");
  readonly #summary = element("span");
  readonly #fresh = element("span", { class: "new" });
  readonly #changed = element("span");
  readonly #connection = element("span", { class: "error" });
  readonly #toggle = element("button", { onClick: () => this.#setClosed(!this.#isClosed) });
  readonly #filter = element("button", {
    onClick: () => {
      this.#isOfOperation = !this.#isOfOperation;
      this.#draw();
    },
  });
  readonly #element = element("section", {}, [
    element("header", {}, [
      this.#toggle,
      this.#summary,
      this.#fresh,
      this.#filter,
      this.#changed,
      this.#connection,
    ]),
    this.#list,
  ]);

  constructor() {
    this.#element.id = "apiref-panel";
    this.#element.setAttribute("aria-label", "Findings in the sources");
    for (const told of [this.#summary, this.#fresh, this.#changed, this.#connection])
      told.setAttribute("role", "status");
    document.body.append(this.#element);
    new ResizeObserver(() => {
      const height = `${this.#element.getBoundingClientRect().height}px`;
      document.documentElement.style.setProperty("--apiref-panel-height", height);
    }).observe(this.#element);
    this.#followReader();
    this.#setClosed(this.#isClosed);
  }

  /** Shows the findings. */
  show(panel: Panel): void {
    const hasNew = panel.causes.some(({ round }) => round > this.#panel.round);
    this.#panel = panel;
    this.#draw();
    if (hasNew) this.#list.scrollTop = 0;
  }

  /** Names the operations that the last save has changed; each name leads there. */
  showChanges({ changed, added }: OperationChanges): void {
    const names = [...added, ...changed]
      .slice(0, MOST_NAMES)
      .map((id) => element("button", { class: "link", text: titleOf(id), onClick: () => goTo(id) }));
    const more = added.length + changed.length - names.length;
    const parts = names.flatMap((name, index) => (index === 0 ? [name] : [", ", name]));
    if (parts.length === 0) this.#changed.replaceChildren();
    else this.#changed.replaceChildren("changed: ", ...parts, more > 0 ? ` and ${more} more` : "");
  }

  /** Says where nobody tells what is saved. */
  showConnection(isThere: boolean): void {
    this.#connection.textContent = isThere ? "" : "`apiref preview` has ended; the page is as it was.";
  }

  get #isClosed(): boolean {
    return sessionStorage.getItem(CLOSED) === "yes";
  }

  #setClosed(isClosed: boolean): void {
    sessionStorage.setItem(CLOSED, isClosed ? "yes" : "no");
    this.#element.toggleAttribute("data-closed", isClosed);
    this.#toggle.textContent = isClosed ? "Show findings" : "Hide findings";
    this.#toggle.setAttribute("aria-expanded", String(!isClosed));
    this.#draw();
  }

  #draw(): void {
    const { summary, round, causes } = this.#panel;
    const isNew = (cause: PanelCause) => round > 0 && cause.round === round;
    this.#summary.textContent = summary;
    const fresh = causes.filter(isNew).length;
    this.#fresh.textContent = fresh === 0 ? "" : `${fresh} new`;
    const ofOperation = causes.filter(({ operation }) => isAtHand(operation?.id));
    this.#filter.hidden = ofOperation.length === 0 && !this.#isOfOperation;
    this.#filter.textContent = `Only of this operation (${ofOperation.length})`;
    this.#filter.setAttribute("aria-pressed", String(this.#isOfOperation));
    if (this.#isClosed) return;

    const kept = new Map<string, HTMLLIElement>();
    for (const cause of this.#isOfOperation ? ofOperation : causes) {
      const { id, round: _, ...content } = cause;
      const key = JSON.stringify([id, content]);
      const entry = this.#entries.get(key) ?? causeEntry(cause, (operation) => this.#follow(id, operation));
      entry.toggleAttribute("data-new", isNew(cause));
      entry.toggleAttribute("aria-current", id === this.#current);
      kept.set(key, entry);
    }
    this.#entries = kept;
    setChildren(this.#list, [...kept.values()]);
  }

  /** Draws again when the reader is at another operation; Redoc tells the address alone, and no event of that. */
  #followReader(): void {
    let last = location.hash;
    const look = () => {
      if (location.hash === last) return;
      last = location.hash;
      this.#draw();
    };
    addEventListener("hashchange", look);
    addEventListener("scrollend", look);
  }

  /** Leads from a finding to its operation; the finding stays marked, for the way back. */
  #follow(id: string, operation: string): void {
    this.#current = id;
    goTo(operation);
    this.#draw();
  }
}

/** Gives an element these children, moving none that stands where it belongs. */
function setChildren(parent: Element, children: readonly Element[]): void {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let at = parent.firstElementChild;
  for (const child of children) {
    if (child === at) at = at.nextElementSibling;
    else parent.insertBefore(child, at);
  }
}

/** So many changed operations are named; a definition may be used by hundreds. */
const MOST_NAMES = 6;
