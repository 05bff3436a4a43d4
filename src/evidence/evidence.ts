import type { VersionRange } from "../apiref/versions.ts";
import type { Json } from "../data/json-value.ts";
import type { EvidenceFile, EvidencePlace } from "./place.ts";
import type { SeenNode } from "./seen.ts";

/** A parameter of a query, or a header. */
export interface ObservedParameter {
  readonly name: string;
  readonly place: EvidencePlace;
  /** The last microversion that takes it, where a document says so of it. */
  readonly maxVersion?: string;
  /** Of a query, what its value may be, or was; absent where nothing is known. */
  readonly value?: SeenNode;
}

/** The body of one side as one schema or one message shows it. */
export interface ObservedBody {
  readonly side: "request" | "response";
  readonly seen: SeenNode;
  /** The message itself, where nothing says that a service gave it. */
  readonly standIn?: Json;
}

/** What one piece of evidence says of one operation: one operation, branch or version of a document, or one exchange. */
export interface Observation {
  readonly kind: "document" | "traffic";
  readonly method: string;
  /** Without the query; a template in documents (`/v2/shares/{id}`), the path of the URL in traffic. */
  readonly path: string;
  /** Where the path is mounted: exchanges of one host. Empty in documents. */
  readonly host: string;
  /** The key of the body that names the action. */
  readonly action?: string;
  /** The microversions of which it speaks; of traffic one, or none where no header names it. */
  readonly versions: VersionRange;
  readonly place: EvidencePlace;
  readonly query: readonly ObservedParameter[];
  /** Whether the operation takes no other query parameters than these. */
  readonly isQueryClosed: boolean;
  readonly headers: Readonly<Record<"request" | "response", readonly ObservedParameter[]>>;
  readonly bodies: readonly ObservedBody[];
  /** Of a document, whether it says nothing of the operation but that there is a route: no words, no bodies. */
  readonly isStub?: boolean;
  /** Of a document, whether it calls the operation deprecated. */
  readonly isDeprecated?: boolean;
  /** Of traffic the status code of the response. */
  readonly status?: number;
}

/** One FILE of `--against`. */
export interface Evidence {
  readonly kind: "document" | "traffic";
  readonly file: EvidenceFile;
  /** The file as the caller named it. */
  readonly name: string;
  /** What it shows, one after the other; traffic is read while one asks for it. */
  observations(): Iterable<Observation>;
  /** What of the file was passed over, in plain words, known when all observations were asked for. */
  notes(): readonly string[];
}
