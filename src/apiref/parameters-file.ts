import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";

/** A field of a definition as it stands in the YAML; floats are kept as they are written (`2.20`). */
export interface Field {
  readonly name: string;
  readonly value: unknown;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}

/** One entry of parameters.yaml. */
export interface Definition {
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  readonly fields: ReadonlyMap<string, Field>;
  /** `in`, as written; undefined where missing. */
  readonly in: string | undefined;
  readonly type: string | undefined;
  /** As os-api-ref reads it: a definition without `required` is optional, any value but false makes it required. */
  readonly required: boolean;
  /** RST. */
  readonly description: string;
  readonly minVersion?: string;
  readonly maxVersion?: string;
}

/** A parameters.yaml. */
export interface ParametersFile {
  readonly file: SourceFile;
  /** In file order; of duplicates the last, as YAML readers do. */
  readonly definitions: ReadonlyMap<string, Definition>;
}
