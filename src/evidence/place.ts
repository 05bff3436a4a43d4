import type { Span } from "../text/span.ts";

/** A file of evidence, with where its values stand. */
export interface EvidenceFile {
  /** Absolute. */
  readonly path: string;
  /**
   * The places of JSON pointers, all found in one pass; what a pointer does not name is left out. No place holds more
   * than a name or the beginning of an entry: a report may show it.
   */
  locate(pointers: Iterable<string>): ReadonlyMap<string, Span>;
}

/** A place in a file of evidence. */
export interface EvidencePlace {
  readonly file: EvidenceFile;
  /** RFC 6901; of traffic that of the entry, such as `/log/entries/12`. */
  readonly pointer: string;
  /** Of an exchange, whether nothing in the response says that a service gave it. */
  readonly isStandIn?: boolean;
}

/** Whether a service has shown what stands at a place, or its code: not only what stood in for one. */
export function isServedAt({ isStandIn }: EvidencePlace): boolean {
  return isStandIn !== true;
}
