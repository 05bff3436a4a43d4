import type { YamlFault } from "../data/yaml-node.ts";
import type { RelatedPlace } from "../findings/finding.ts";
import type { DirectiveFault, MarkupFault } from "../rst/fault.ts";
import type { Span } from "../text/span.ts";
import type { ReadFailure } from "./sources.ts";

/** A file as a directive names it; empty where it names none. */
interface NamedFile {
  readonly path: string;
}

/** What stands at the top of a YAML file where a mapping should. */
type OtherTop = "list" | "text";

/** What a notice carries for the rule that reports it, by the rule's name. */
export interface NoticeDetails {
  readonly "include-not-found": NamedFile;
  readonly "include-cycle": NamedFile;
  readonly "document-unreadable": NamedFile;
  readonly "path-outside": NamedFile;
  readonly "file-too-large": NamedFile;
  /** Without a directive, the name of the document. */
  readonly "not-utf8": NamedFile;
  readonly "rst-malformed": MarkupFault;
  readonly "directive-misused": DirectiveFault;
  /** The part's name without its folder, and what its lines name: operations, keys of definitions, files of samples. */
  readonly "part-not-included": {
    readonly path: string;
    readonly operations: readonly string[];
    readonly keys: readonly string[];
    readonly samples: readonly string[];
  };
  /** An image. */
  readonly "rst-reference-unknown": NamedFile;
  readonly "sample-not-found": NamedFile;
  /** The file's name without its folder. */
  readonly "sample-unused": NamedFile;
  readonly "parameters-file-not-found": NamedFile;
  readonly "parameters-file-empty": Readonly<Record<string, never>>;
  readonly "parameters-file-invalid":
    | { readonly kind: "yaml"; readonly fault: YamlFault }
    | { readonly kind: "top"; readonly top: OtherTop }
    | { readonly kind: "no-fields"; readonly key: string };
  /** A key, or a field in the definition of a key. */
  readonly "definition-duplicate": { readonly key: string; readonly field?: string };
  readonly "parameter-row-invalid":
    | { readonly kind: "no-rows"; readonly directive: "rest_parameters" | "rest_status_code" }
    | { readonly kind: "no-row"; readonly text: string }
    | { readonly kind: "unaligned"; readonly text: string }
    | { readonly kind: "second-colon"; readonly text: string }
    | { readonly kind: "invisible"; readonly text: string; readonly character: string }
    | { readonly kind: "too-deep"; readonly text: string }
    | { readonly kind: "field"; readonly text: string }
    | { readonly kind: "yaml"; readonly text: string; readonly fault: YamlFault };
  /** The kind as written; empty where there is none. */
  readonly "status-kind-invalid": { readonly kind: string };
  readonly "status-file-not-found": NamedFile;
  readonly "status-file-invalid":
    | { readonly kind: "yaml"; readonly fault: YamlFault }
    | { readonly kind: "top"; readonly top: "empty" | OtherTop }
    | {
        readonly kind: "no-code" | "code-quoted" | "code-duplicate" | "no-reasons";
        readonly code: string;
      }
    | {
        readonly kind: "reason-duplicate" | "reason-empty";
        readonly code: string;
        readonly reason: string;
      };
}

/** The names of rules that report what readers noticed. */
export type NoticeRule = keyof NoticeDetails;

/**
 * Something that a reader noticed while reading: it records, the rule of the same name decides what it means,
 * how bad it is and what to say.
 */
export type Notice<Name extends NoticeRule = NoticeRule> = {
  [Rule in Name]: {
    readonly rule: Rule;
    readonly span: Span;
    readonly detail: NoticeDetails[Rule];
    readonly related?: readonly RelatedPlace[];
  };
}[Name];

/** The notices for one rule. */
export function noticesFor<Name extends NoticeRule>(
  notices: readonly Notice[],
  rule: Name,
): readonly Notice<Name>[] {
  return notices.filter((notice) => notice.rule === rule) as readonly Notice[] as readonly Notice<Name>[];
}

/** Says that a file that a directive names could not be read; `missing` is the rule for one that is not there. */
export function unreadFile(
  missing: "include-not-found" | "sample-not-found" | "parameters-file-not-found" | "status-file-not-found",
  failure: ReadFailure,
  { path, span }: { readonly path: string; readonly span: Span },
): Notice {
  const rule = failure === "not-found" || failure === "unreadable" ? missing : failure;
  return { rule, span, detail: { path } };
}
