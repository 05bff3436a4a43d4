import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";

/** One code of status.yaml with its reasons (`default` and named ones). */
export interface StatusEntry {
  readonly code: string;
  readonly codeSpan: Span;
  readonly span: Span;
  readonly reasons: ReadonlyMap<string, { readonly text: string; readonly nameSpan: Span; readonly span: Span }>;
}

/** A status.yaml. */
export interface StatusFile {
  readonly file: SourceFile;
  readonly entries: ReadonlyMap<string, StatusEntry>;
}
