import type { JsonObject } from "../data/json-value.ts";
import type { Specification } from "../openapi/specification.ts";
import { withMarkedNumbers } from "../page/marked-numbers.ts";
import type { Report } from "../reporters/report.ts";
import { changedParts, type DocumentParts, partsOf } from "./document-parts.ts";
import type { Messages } from "./messages.ts";
import { operationChanges } from "./operation-changes.ts";
import { operationPlaces } from "./operation-places.ts";
import { panelOf, type Rounds, roundsOf } from "./panel.ts";

/** An event to send: its name and its data, in one line. */
export type Message = readonly [event: keyof Messages, data: string];

/** What a preview shows, and which messages bring those up to date who have seen what it showed before. */
export class PreviewState {
  readonly #name: string;
  #count = 0;
  #shown: Specification;
  #document: JsonObject;
  #parts: DocumentParts;
  #versions: string;
  #rounds: Rounds | undefined;
  #panel = "";
  #broken = "null";

  /**
   * @param name tells this preview from others whose page a browser may still show
   * @param first a specification whose operations stand apart
   * @param versions the microversions that a reader may choose
   */
  constructor(name: string, first: Specification, versions: readonly string[]) {
    this.#name = name;
    this.#shown = first;
    this.#document = withMarkedNumbers(first.document);
    this.#parts = partsOf(this.#document);
    this.#versions = JSON.stringify(versions);
  }

  /** Tells the present document from others. */
  get revision(): string {
    return `${this.#name}.${this.#count}`;
  }

  /** As a page has it: numbers are marked. */
  get document(): JsonObject {
    return this.#document;
  }

  /** Everything is as it should be: the sources make this document. Gives what is to be told. */
  show(specification: Specification, versions: readonly string[]): Message[] {
    const messages = [...this.#setBroken("null"), ...this.#setVersions(JSON.stringify(versions))];
    // a run shows what it has read, and the same with what it has found
    if (specification === this.#shown) return messages;
    const before = this.#parts;
    this.#shown = specification;
    this.#document = withMarkedNumbers(specification.document);
    this.#parts = partsOf(this.#document);
    const parts = changedParts(before, this.#parts);
    if (parts.length === 0) return messages;
    const from = this.revision;
    this.#count++;
    const operations = operationChanges(before, this.#parts);
    messages.push(message("document", { from, to: this.revision, parts, operations }));
    return messages;
  }

  /**
   * These findings are in the sources that were shown last. Gives what is to be told.
   *
   * @param isMore they are of the same change as those before, of which some were not known yet
   */
  find(report: Report, summary: string, isMore: boolean): Message[] {
    const before = this.#rounds?.round ?? -1;
    const round = isMore ? Math.max(before, 0) : before + 1;
    this.#rounds = roundsOf(report, round, this.#rounds);
    const panel = panelOf(report, this.#rounds, summary, operationPlaces(this.#shown));
    return this.#setPanel(JSON.stringify(panel));
  }

  /** No document comes of the sources. Gives what is to be told. */
  refuse(reason: string): Message[] {
    return this.#setBroken(JSON.stringify(reason));
  }

  /** What somebody has to know who has seen nothing yet, or something long ago. */
  greeting(): Message[] {
    return [
      ["versions", this.#versions],
      message("revision", this.revision),
      ["findings", this.#panel],
      ["broken", this.#broken],
    ];
  }

  #setVersions(versions: string): Message[] {
    if (versions === this.#versions) return [];
    this.#versions = versions;
    return [["versions", versions]];
  }

  #setPanel(panel: string): Message[] {
    if (panel === this.#panel) return [];
    this.#panel = panel;
    return [["findings", panel]];
  }

  #setBroken(broken: string): Message[] {
    if (broken === this.#broken) return [];
    this.#broken = broken;
    return [["broken", broken]];
  }
}

function message<Event extends keyof Messages>(event: Event, data: Messages[Event]): Message {
  return [event, JSON.stringify(data)];
}
