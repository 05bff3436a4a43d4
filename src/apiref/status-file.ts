import { brokenEntries, readYaml } from "../data/yaml.ts";
import type { YamlEntry } from "../data/yaml-node.ts";
import type { SourceFile } from "../text/source-file.ts";
import { type Span, span } from "../text/span.ts";
import type { Notice, NoticeDetails } from "./notice.ts";

/** One code of status.yaml with its reasons (`default` and named ones). */
export interface StatusEntry {
  readonly code: string;
  readonly codeSpan: Span;
  readonly span: Span;
  readonly reasons: ReadonlyMap<
    string,
    { readonly text: string; readonly nameSpan: Span; readonly span: Span }
  >;
}

/** A status.yaml. */
export interface StatusFile {
  readonly file: SourceFile;
  readonly entries: ReadonlyMap<string, StatusEntry>;
}

/**
 * Reads a status.yaml as os-api-ref does (`HTTPResponseCodeDirective`), and keeps what can be read of a broken
 * one. Codes in quotes are read all the same, though os-api-ref looks them up as numbers. Notices: `status-file-invalid`.
 */
export function readStatusFile(file: SourceFile): { status: StatusFile; notices: Notice[] } {
  const { root, problems } = readYaml(file);
  const notices: Notice[] = problems.map(({ fault, span }) => invalid({ kind: "yaml", fault }, span));
  const entries = new Map<string, StatusEntry>();
  if (root?.kind === "mapping" && root.entries.length > 0) {
    const broken = brokenEntries(root, problems);
    for (const entry of root.entries) {
      const code = entry.key.text;
      const first = entries.get(code);
      if (first !== undefined && !entry.merged)
        notices.push(invalid({ kind: "code-duplicate", code }, entry.key.span, first.codeSpan));
      entries.delete(code);
      entries.set(code, readEntry(entry, broken.has(entry) ? [] : notices));
    }
  } else if (problems.length === 0) {
    notices.push(
      root === undefined || root.kind === "mapping"
        ? invalid({ kind: "top", top: "empty" }, span(file, 0, 0))
        : invalid({ kind: "top", top: root.kind === "sequence" ? "list" : "text" }, root.span),
    );
  }
  return { status: { file, entries }, notices };
}

function readEntry({ key, value }: YamlEntry, notices: Notice[]): StatusEntry {
  const code = key.text;
  if (!/^[1-5][0-9][0-9]$/.test(code)) notices.push(invalid({ kind: "no-code", code }, key.span));
  else if (/^["']/.test(key.span.file.text[key.span.start] ?? ""))
    notices.push(invalid({ kind: "code-quoted", code }, key.span));
  const reasons = new Map<string, { text: string; nameSpan: Span; span: Span }>();
  if (value.kind === "mapping") {
    for (const reason of value.entries) {
      const name = reason.key.text;
      const nameSpan = reason.key.span;
      const first = reasons.get(name);
      if (first !== undefined && !reason.merged)
        notices.push(invalid({ kind: "reason-duplicate", code, reason: name }, nameSpan, first.nameSpan));
      const text = reason.value.kind === "scalar" ? reason.value.text : "";
      if (text === "") notices.push(invalid({ kind: "reason-empty", code, reason: name }, nameSpan));
      reasons.set(name, { text, nameSpan, span: reason.value.span });
    }
  } else {
    // `404: Not found` says what it means, though os-api-ref fails on it.
    notices.push(invalid({ kind: "no-reasons", code }, key.span));
    if (value.kind === "scalar" && value.text !== "")
      reasons.set("default", { text: value.text, nameSpan: key.span, span: value.span });
  }
  return {
    code,
    codeSpan: key.span,
    span: span(key.span.file, key.span.start, Math.max(key.span.end, value.span.end)),
    reasons,
  };
}

function invalid(detail: NoticeDetails["status-file-invalid"], at: Span, first?: Span): Notice {
  return {
    rule: "status-file-invalid",
    span: at,
    detail,
    ...(first === undefined ? {} : { related: [{ span: first, message: "first defined here" }] }),
  };
}
