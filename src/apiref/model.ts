import type { Block, Directive, LiteralBlock, Section, TextRun } from "../rst/tree.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { Notice } from "./notice.ts";
import type { Definition, ParametersFile } from "./parameters-file.ts";
import type { ProjectNames } from "./project-names.ts";
import type { StatusFile } from "./status-file.ts";
import type { VersionHistory } from "./version-history.ts";

/** An api-ref tree as it was read: everything that its authors wrote, each with its place. */
export interface ApiRef {
  /** The Sphinx source folder, absolute. */
  readonly root: string;
  /** The directory outside which nothing is read: the enclosing git work tree, else the tree's own. */
  readonly boundary: string;
  /** What Sphinx's configuration calls the documentation, the best first. */
  readonly projectNames: ProjectNames;
  /** Documents in toctree order. */
  readonly documents: readonly Document[];
  /** Every file that was read: documents, parts, definitions, samples; path → file. */
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly parametersFiles: ReadonlyMap<string, ParametersFile>;
  readonly statusFiles: ReadonlyMap<string, StatusFile>;
  /** What each microversion brought, as told beside the code; most services have none, or one. */
  readonly histories: readonly VersionHistory[];
  /** What the readers noticed, in reading order. */
  readonly notices: readonly Notice[];
}

/** One Sphinx document as text: an `.rst` file with everything that it includes. */
export interface Page {
  /** The name as Sphinx has it: `v3/index`. */
  readonly name: string;
  readonly file: SourceFile;
  readonly title: TextRun | undefined;
  readonly blocks: readonly Block[];
}

/** One Sphinx document with what it documents. */
export interface Document extends Page {
  readonly operations: readonly Operation[];
  /** What its tables outside of operations show. */
  readonly general: { readonly rows: readonly ParameterRow[]; readonly statuses: readonly StatusRow[] };
}

export type Side = "request" | "response";

/**
 * One documented operation: a section that holds a `rest_method`. With `--watch`, one that has not changed since the last
 * run is the same object.
 */
export interface Operation {
  /** The name of the document that it stands in: `v3/index`. */
  readonly document: string;
  readonly section: Section | undefined;
  /** The section round its own that is no operation: a chapter, or the document's title. */
  readonly enclosing: Section | undefined;
  /** The section of the operation that it stands in, by mistake. */
  readonly outer?: Section;
  readonly directive: Directive;
  /** The verb as written; empty where there is none. */
  readonly method: string;
  readonly methodSpan: Span;
  /** The URL as written, trimmed; empty where it is missing. */
  readonly url: string;
  readonly urlSpan: Span;
  /** The URL mended: leading slash, `{name}` for `<name>` and `(name)`, no zero-width characters. */
  readonly target: UrlTarget;
  readonly title: string;
  readonly titleSpan: Span;
  readonly minVersion?: string;
  readonly maxVersion?: string;
  /** The versions are those of a section or page round it. */
  readonly versionsOfSection?: true;
  readonly deprecated: boolean;
  /** The prose of the operation, in reading order, without tables of parameters, codes, samples. */
  readonly description: readonly Block[];
  /** The prose of the sections below the operation. */
  readonly notes: readonly OperationNote[];
  readonly rows: readonly ParameterRow[];
  /** In an api-ref as of one microversion: the operation with what holds at others. */
  readonly ofAllVersions?: Operation;
  readonly statuses: readonly StatusRow[];
  readonly samples: readonly Sample[];
}

/** Prose in a section below an operation: `Request`, `Response`, `Preconditions`. */
export interface OperationNote {
  readonly titles: readonly string[];
  /** The side that the titles name; undefined for any other section. */
  readonly side: Side | undefined;
  readonly blocks: readonly Block[];
}

/** A URL taken apart. */
export interface UrlTarget {
  /** `/v2/share-replicas/{id}`; no query, no trailing slash. `callback` for a webhook. */
  readonly path: string;
  readonly webhook: boolean;
  /** Names of the variables in the path, in order, each with its place. */
  readonly variables: readonly { readonly name: string; readonly span: Span }[];
  /** What stands behind `?`: `share_id={share_id}` → name `share_id`, variable `share_id`. */
  readonly query: readonly { readonly name: string; readonly value: string; readonly span: Span }[];
  /** What had to be mended, for `url-malformed`. */
  readonly mended: readonly string[];
}

/** One row of a `rest_parameters` table: `- name: key`. */
export interface ParameterRow {
  readonly name: string;
  /** How many levels inside the rows above it stands: one for each `>` before its name, 0 for a plain name. */
  readonly level?: number;
  readonly nameSpan: Span;
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  /** The definition of the key; undefined where the file has none. */
  readonly definition: Definition | undefined;
  readonly file: ParametersFile | undefined;
  readonly side: Side;
  /** Titles of the sections below the operation that hold the table. */
  readonly sectionTitles: readonly string[];
  /** Which `rest_parameters` of the operation, from 0. */
  readonly table: number;
  /** The paragraph or rubric right above the table (RST); absent where a title or something else stands there. */
  readonly introduction?: string;
  /** The labels right above the table or a title above it, by which `:ref:` leads to it. */
  readonly anchors?: readonly string[];
  /** From section titles such as `Response (microversions 2.1 - 2.87)`, or from what the operation's prose says of it. */
  readonly minVersion?: string;
  readonly maxVersion?: string;
  /** Its versions are those that prose says. */
  readonly versionsOfProse?: true;
  /** The row in which it stands because that refers to its table, which stands elsewhere. */
  readonly inside?: ParameterRow;
}

/** A documented response code. */
export interface StatusRow {
  readonly code: string;
  readonly kind: "success" | "error";
  readonly codeSpan: Span;
  /** The named reason of `- 409: duplicate_zone`. */
  readonly reason?: string;
  readonly reasonSpan?: Span;
  /** The description from status.yaml (RST), where the directive and the file give one. */
  readonly description?: string;
  readonly descriptionSpan?: Span;
  readonly origin: StatusDirective | ProseCodes;
  /** Prose beyond the code: `badRequest`, a condition. */
  readonly phrase?: string;
  /** What a list below the codes says of it (RST). */
  readonly explanation?: string;
  readonly minVersion?: string;
  readonly maxVersion?: string;
}

/** A `rest_status_code` directive. */
export interface StatusDirective {
  readonly kind: "directive";
  readonly directive: Directive;
  readonly file: StatusFile | undefined;
}

/** A paragraph, or a paragraph and the list below it, that names codes in prose. */
export interface ProseCodes {
  readonly kind: "prose";
  readonly blocks: readonly Block[];
  readonly span: Span;
  /** `Normal response codes` as written. */
  readonly label: string;
  /** What the paragraph says behind the label that belongs to no code; empty where there is no such thing. */
  readonly leftover: string;
}

/** A sample: a `literalinclude`, a `code-block`, or a literal block. */
export interface Sample {
  readonly block: Directive | LiteralBlock;
  readonly side: Side;
  readonly sectionTitles: readonly string[];
  /** The file name as written; absent for a block that stands in the document itself. */
  readonly path?: string;
  readonly pathSpan?: Span;
  /** The file; undefined where it is missing, and for a `code-block` the file that holds the block. */
  readonly file: SourceFile | undefined;
  /** The text that is shown, after `:lines:` and the like. */
  readonly text: string;
  /**
   * Where the pieces of `text` stand in `file`: `text` from `at` on comes from `offset` on. In order of `at`; one
   * entry for a whole file, one per line for a `code-block`.
   */
  readonly pieces: readonly { readonly at: number; readonly offset: number }[];
  /** `:language:` or the argument of `code-block`. */
  readonly language: string;
  /** A title near it: the section's, a `**Example …**` paragraph above, or a caption. */
  readonly title: string;
  /** The microversion that the sample was taken at, from its folder: `v2.75/servers.json`. */
  readonly asOf?: string;
  readonly minVersion?: string;
  readonly maxVersion?: string;
}
