import type { Json } from "../data/json-value.ts";
import type { Severity } from "../findings/finding.ts";

/** What the server tells the page: the data of each event, by its name. Plain data; all texts are to be shown as texts. */
export interface Messages {
  /** The microversions that a reader may choose, the highest first. */
  readonly versions: readonly string[];
  /** The document has changed. */
  readonly document: DocumentChange;
  readonly findings: Panel;
  /** What the sources are broken with, so that no document comes of them; null where they are not, or no longer. */
  readonly broken: string | null;
  /** Comes first: which document there is now. Who has another one reads it whole. */
  readonly revision: string;
}

/** How one document becomes the next. */
export interface DocumentChange {
  readonly from: string;
  readonly to: string;
  readonly parts: readonly PartChange[];
  readonly operations: OperationChanges;
}

/** What has changed of one object of a document. */
export interface PartChange {
  /** The keys that lead to it; none for the document itself. */
  readonly at: readonly string[];
  /** New values. */
  readonly set: Readonly<Record<string, Json>>;
  /** All its keys in order, where they are others than before. */
  readonly keys?: readonly string[];
}

/** The operations, by operationId, that look different, or are new. */
export interface OperationChanges {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  /** Those of the changed ones that are called otherwise now, for their title is another. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** What the panel shows. */
export interface Panel {
  /** `3 errors, 12 warnings, 4 infos in 10 files`. */
  readonly summary: string;
  /** The change that was shown last; 0 where there was none since the preview began. */
  readonly round: number;
  /** Those that came last come first, then errors before warnings before infos. */
  readonly causes: readonly PanelCause[];
}

/** A mistake with what shows it. */
export interface PanelCause {
  /** The same from change to change. */
  readonly id: string;
  /** With which change it came; 0 where it was there when the preview began. */
  readonly round: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  /** `widgets.inc:12:6`. */
  readonly place: string;
  /** The source line, and the cells of it that the finding is about; absent where the line is empty. */
  readonly excerpt?: { readonly text: string; readonly from: number; readonly length: number };
  readonly fixable: boolean;
  /** `POST /v2/share-replicas`, and the operationId where the page shows it. */
  readonly operation?: { readonly name: string; readonly id?: string };
  readonly related: readonly { readonly place: string; readonly message: string }[];
  /** `shown by 38 samples of 12 operations, such as …`. */
  readonly shownBy?: string;
}
