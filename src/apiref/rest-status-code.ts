import type { Directive } from "../rst/tree.ts";
import { span } from "../text/span.ts";
import type { StatusDirective, StatusRow } from "./model.ts";
import { type Notice, unreadFile } from "./notice.ts";
import { readRowList } from "./row-list.ts";
import { resolveFromDocument } from "./sources.ts";
import type { StatusFile } from "./status-file.ts";
import type { NamedYaml, TreeFiles } from "./tree-files.ts";
import { versionRangeIn } from "./versions.ts";

/**
 * Reads a `rest_status_code` directive: `success` or `error`, the status file relative to the document, and a
 * list of codes, each with an optional named reason (os-api-ref, `HTTPResponseCodeDirective`). A named reason may say
 * at which microversions the code is given.
 */
export function readRestStatusCode(
  directive: Directive,
  documentPath: string,
  files: Pick<TreeFiles, "root" | "statusFile">,
): { rows: StatusRow[]; notices: Notice[] } {
  const words = directive.argument.flatMap((line) =>
    [...line.text.matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      span: span(line.file, line.offset + match.index, line.offset + match.index + match[0].length),
    })),
  );
  const [kindWord, pathWord] = words;
  const notices: Notice[] = [];
  const kind = kindWord?.text;
  if (kind !== "success" && kind !== "error")
    notices.push({
      rule: "status-kind-invalid",
      span: kindWord?.span ?? directive.nameSpan,
      detail: { kind: kind ?? "" },
    });
  const { file, failure }: NamedYaml<StatusFile> =
    pathWord === undefined
      ? { failure: "not-found" }
      : files.statusFile(resolveFromDocument(files.root, documentPath, pathWord.text));
  if (failure !== undefined) {
    const span = pathWord?.span ?? kindWord?.span ?? directive.nameSpan;
    notices.push(unreadFile("status-file-not-found", failure, { path: pathWord?.text ?? "", span }));
  }
  const origin: StatusDirective = { kind: "directive", directive, file };
  const { items, notices: listNotices } = readRowList(directive.content);
  if (items.length === 0 && listNotices.length === 0)
    notices.push({
      rule: "parameter-row-invalid",
      span: directive.nameSpan,
      detail: { kind: "no-rows", directive: "rest_status_code" },
    });
  const rows = items.map((item): StatusRow => {
    const { name: code, nameSpan, value: reason } = item;
    // os-api-ref: "Could not find None for code 404"
    if (reason === undefined && nameSpan.file.text[nameSpan.end] === ":")
      notices.push({
        rule: "parameter-row-invalid",
        span: item.span,
        detail: { kind: "no-row", text: `${code}:` },
      });
    const reasons = file?.entries.get(code)?.reasons;
    // os-api-ref falls back to the default reason where the named one is missing
    const description = (reason === undefined ? undefined : reasons?.get(reason)) ?? reasons?.get("default");
    const range = reason === undefined ? undefined : versionRangeIn(description?.text ?? "");
    return {
      code,
      kind: kind === "success" || kind === "error" ? kind : Number(code) < 400 ? "success" : "error",
      codeSpan: item.nameSpan,
      ...(reason === undefined ? {} : { reason }),
      ...(item.valueSpan === undefined ? {} : { reasonSpan: item.valueSpan }),
      ...(description === undefined
        ? {}
        : { description: description.text, descriptionSpan: description.span }),
      ...(range?.min === undefined ? {} : { minVersion: range.min }),
      ...(range?.max === undefined ? {} : { maxVersion: range.max }),
      origin,
    };
  });
  return { rows, notices: [...notices, ...listNotices] };
}
