import { brokenEntries, readYaml } from "../data/yaml.ts";
import { type YamlEntry, type YamlMapping, yamlValue } from "../data/yaml-node.ts";
import type { SourceFile } from "../text/source-file.ts";
import { type Span, span } from "../text/span.ts";
import type { Notice, NoticeDetails } from "./notice.ts";
import { meantPlace } from "./places.ts";
import { textVersions } from "./text-versions.ts";

/** A field of a definition as it stands in the YAML; floats are kept as they are written (`2.20`). */
export interface Field {
  readonly name: string;
  readonly value: unknown;
  /** The text of a scalar as written (`2.20`, `False`); empty for a list or mapping. */
  readonly text: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}

/** One entry of parameters.yaml. */
export interface Definition {
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  readonly fields: ReadonlyMap<string, Field>;
  /** What `in` means (`meantPlace`); undefined where missing. */
  readonly in: string | undefined;
  readonly type: string | undefined;
  /** As os-api-ref reads it: a definition without `required` is optional, any value but false makes it required. */
  readonly required: boolean;
  /** RST. */
  readonly description: string;
  /** The microversions that its fields say, or without these its description. */
  readonly minVersion?: string;
  readonly maxVersion?: string;
  /** Its versions are those of its description. */
  readonly versionsOfProse?: true;
  /** Its YAML has a mistake, so that fields may be lost. */
  readonly broken?: true;
}

/** A parameters.yaml. */
export interface ParametersFile {
  readonly file: SourceFile;
  /** In file order; of duplicates the last, as YAML readers do. */
  readonly definitions: ReadonlyMap<string, Definition>;
}

/**
 * Reads a parameters.yaml as os-api-ref does (`RestParametersDirective`), and keeps what can be read of a broken
 * one. Notices: `parameters-file-invalid`, `parameters-file-empty`, `definition-duplicate`.
 */
export function readParametersFile(file: SourceFile): { parameters: ParametersFile; notices: Notice[] } {
  const { root, problems } = readYaml(file);
  const notices: Notice[] = problems.map(({ fault, span }) => invalid({ kind: "yaml", fault }, span));
  const definitions = new Map<string, Definition>();
  if (root?.kind === "mapping" && root.entries.length > 0) {
    noticeDuplicates(root, notices, (key) => ({ key }));
    const broken = brokenEntries(root, problems);
    for (const entry of root.entries) {
      // Of duplicates the last counts, and where it stands.
      definitions.delete(entry.key.text);
      definitions.set(entry.key.text, readDefinition(entry, notices, broken.has(entry)));
    }
  } else if (problems.length === 0) {
    notices.push(
      root === undefined || root.kind === "mapping"
        ? { rule: "parameters-file-empty", span: span(file, 0, 0), detail: {} }
        : invalid({ kind: "top", top: root.kind === "sequence" ? "list" : "text" }, root.span),
    );
  }
  return { parameters: { file, definitions }, notices };
}

function readDefinition({ key, value }: YamlEntry, notices: Notice[], broken: boolean): Definition {
  const fields = new Map<string, Field>();
  if (value.kind === "mapping") {
    noticeDuplicates(value, notices, (field) => ({ key: key.text, field }));
    for (const field of value.entries)
      fields.set(field.key.text, {
        name: field.key.text,
        value: yamlValue(field.value),
        text: field.value.kind === "scalar" ? field.value.text : "",
        nameSpan: field.key.span,
        valueSpan: field.value.span,
      });
  } else if (!broken) {
    notices.push(invalid({ kind: "no-fields", key: key.text }, key.span));
  }
  const written = fields.get("in")?.text || undefined;
  const required = fields.get("required");
  const description = fields.get("description")?.text ?? "";
  const isBound = fields.has("min_version") || fields.has("max_version");
  const said = isBound ? undefined : textVersions(description);
  const minVersion = said?.min ?? boundOf(fields.get("min_version"));
  const maxVersion = said?.max ?? boundOf(fields.get("max_version"));
  return {
    key: key.text,
    keySpan: key.span,
    span: span(key.span.file, key.span.start, Math.max(key.span.end, value.span.end)),
    fields,
    in: written === undefined ? undefined : meantPlace(written),
    type: fields.get("type")?.text || undefined,
    required: required !== undefined && required.value !== false,
    description,
    ...(minVersion ? { minVersion } : {}),
    ...(maxVersion ? { maxVersion } : {}),
    ...(said === undefined ? {} : { versionsOfProse: true }),
    ...(broken ? { broken: true } : {}),
  };
}

/** A microversion; `null` takes back what a merged definition says (`<<: *base`). */
function boundOf(field: Field | undefined): string | undefined {
  return field?.value === null ? undefined : field?.text;
}

/** Notices the keys of a mapping that stand in it before; YAML readers silently take the last. */
function noticeDuplicates(
  mapping: YamlMapping,
  notices: Notice[],
  detail: (key: string) => NoticeDetails["definition-duplicate"],
): void {
  const first = new Map<string, Span>();
  for (const { key, merged } of mapping.entries) {
    if (merged) continue;
    const before = first.get(key.text);
    if (before === undefined) first.set(key.text, key.span);
    else
      notices.push({
        rule: "definition-duplicate",
        span: key.span,
        detail: detail(key.text),
        related: [{ span: before, message: "first defined here" }],
      });
  }
}

function invalid(detail: NoticeDetails["parameters-file-invalid"], at: Span): Notice {
  return { rule: "parameters-file-invalid", span: at, detail };
}
