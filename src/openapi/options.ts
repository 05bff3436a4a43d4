import type { JsonObject } from "./specification.ts";

/** What the document says beyond the api-ref: from the configuration file and the command line. */
export interface SpecificationOptions {
  /** `info.title`; else the document's title. */
  readonly title?: string;
  /** `info.version`; else the highest microversion named, else the version in the paths. */
  readonly version?: string;
  /** `info.description`, CommonMark. */
  readonly description?: string;
  /** Server Objects (OpenAPI 3.1, 4.8.5); else one with the URL `/`. */
  readonly servers?: readonly JsonObject[];
  /**
   * Name → Security Scheme Object (OpenAPI 3.1, 4.8.27), each of them an alternative for every operation; else
   * `X-Auth-Token` as a key in the header. Without entries: no security.
   */
  readonly security?: Readonly<Record<string, JsonObject>>;
  /** A Contact Object (OpenAPI 3.1, 4.8.3). */
  readonly contact?: JsonObject;
  /** A License Object (OpenAPI 3.1, 4.8.4). */
  readonly license?: JsonObject;
  /** Operations that need no token, as findings name them: `POST /v3/auth/tokens`. */
  readonly public?: readonly string[];
  /**
   * Which schema is published where samples contradict a definition: one that accepts both (`published`, the default), or
   * that of the definition.
   */
  readonly disputed?: "published" | "documented";
  /**
   * Whether documented operations that share method and path become one operation (`merged`, the default), or each stands
   * apart under a path with a fragment: for readers that are people.
   */
  readonly operations?: "merged" | "apart";
  /** `2.60`: the specification as it is at that microversion. */
  readonly microversion?: string;
}
