import type { Sample } from "../apiref/model.ts";
import { type Json, type JsonObject, jsonTypeOf } from "../data/json-value.ts";
import { setOrigin } from "../data/origin.ts";
import { noteWritten } from "../data/written-number.ts";
import { HTTP_TYPE, type ReadSample, type SampleContent, shownJson } from "../samples/read.ts";
import { span } from "../text/span.ts";
import type { Components } from "./components.ts";
import { FORM_TYPE, formFields, schemaTypes, textType } from "./media-types.ts";
import { xVersions } from "./versions.ts";

/** A sample that was held against the schema of its body. */
export interface JudgedSample extends ReadSample {
  /** The schema of its body accepts it, or there is none that could tell. */
  readonly accepted: boolean;
  /** What it is called among the others of its body, where its title does not tell. */
  readonly label?: string;
  /** What of the label is not its title. */
  readonly own?: string;
}

/** The examples of one media type by name. */
export interface Examples {
  /** Uses of components; filled when those have their names. */
  readonly accepted: JsonObject;
  count: number;
  /** Example Objects that contradict the schema; a finding says why. */
  readonly refused: JsonObject;
}

/**
 * The examples of a body by media type, each named after its file (OpenAPI 3.1, 4.8.19). A sample that is meant as
 * JSON but is none is shown mended, else as its text, under the media type of text.
 *
 * @param named the media types that the sources name for the body
 */
export function examplesOf(
  samples: readonly JudgedSample[],
  named: readonly string[],
  components: Components,
): Map<string, Examples> {
  const found = new Map<string, Examples>();
  for (const { sample, content, accepted, label = sample.title, own } of samples) {
    if (sample.file === undefined || sample.text.trim() === "" || isCommand(content)) continue;
    const fields = formFields(content, named);
    const value = fields === undefined ? exampleValue(content) : { value: fields };
    const object: JsonObject = {
      ...(label === "" ? {} : { summary: label }),
      ...value,
      ...xVersions(sampleVersions(sample)),
    };
    const start = sample.pieces[0]?.offset ?? 0;
    setOrigin(object, span(sample.file, start, start));
    for (const mediaType of fields === undefined ? typesOf(content, named) : [FORM_TYPE]) {
      const ofType = found.get(mediaType) ?? { accepted: {}, count: 0, refused: {} };
      found.set(mediaType, ofType);
      // Readers of OpenAPI refuse an example without a value as they do one that breaks the schema.
      if (accepted && value.value !== undefined) {
        components.useExample(ofType.accepted, exampleNames(sample, own), object, own === undefined);
        ofType.count++;
      } else ofType.refused[freeName(exampleNames(sample, own)[0]!, ofType.refused)] = object;
    }
  }
  return found;
}

/** The media types that a sample is shown under: JSON under those that the schema has, a text under its own. */
function typesOf(content: SampleContent, named: readonly string[]): string[] {
  if (isText(content)) return ["text/plain"];
  if (content.kind !== "other") return schemaTypes(named);
  return [content.mediaType === "text/plain" ? textType(named) : safeMediaType(content.mediaType)];
}

/** Whether a sample is a command, or the lines of a request or response, and nothing of the content that they carry. */
export function isCommand(content: SampleContent): boolean {
  return content.kind === "other" && COMMAND_TYPES.has(content.mediaType);
}

const COMMAND_TYPES: ReadonlySet<string> = new Set(["text/x-shellscript", HTTP_TYPE]);

function sampleVersions(sample: Sample): { minVersion?: string; maxVersion?: string } {
  const minVersion = sample.asOf ?? sample.minVersion;
  return {
    ...(minVersion === undefined ? {} : { minVersion }),
    ...(sample.maxVersion === undefined ? {} : { maxVersion: sample.maxVersion }),
  };
}

/** Whether a sample is meant as JSON, but nobody knows which. */
function isText(content: SampleContent): boolean {
  return content.kind === "invalid-json" && content.mended === undefined;
}

function exampleValue(content: SampleContent): JsonObject {
  const value = shownJson(content);
  if (value === undefined) return { value: content.text };
  const text = content.text.trim();
  if (!isMistaken(value))
    return content.kind === "json"
      ? noteWritten({ value }, "value", text)
      : { value, "x-openstack-mended": true };
  return {
    description: `Shown as text, for readers of OpenAPI take what it holds for a part of the specification:\n\n\`\`\`json\n${text}\n\`\`\``,
  };
}

/**
 * Whether readers of OpenAPI take a part of a value for a part of the document: a `$ref` anywhere for a reference, an
 * object with a `type` of JSON Schema for a schema that breaks their rules (Spectral looks for schemas in examples).
 */
function isMistaken(value: Json | undefined): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(isMistaken);
  if ("$ref" in value) return true;
  const { type } = value;
  if (type === "array" && value.items === undefined) return true;
  const isSchema = ["enum", "type", "format", "properties", "items"].some(
    (keyword) => value[keyword] !== undefined,
  );
  if (isSchema && !isDefaultOfType(value.default, type)) return true;
  if (isSchema && value.example !== undefined) return true;
  return Object.keys(value).some((key) => isMistaken(value[key]));
}

function isDefaultOfType(fallback: Json | undefined, type: Json | undefined): boolean {
  if (fallback === undefined) return true;
  const shown = jsonTypeOf(fallback);
  return type === shown || (type === "number" && shown === "integer");
}

/** How many folders of a file its name may bring along. */
const NEAR_FOLDERS = 4;

/**
 * `samples/share-replica-create-request.json` → `share-replica-create-request`, then with what may tell it from a file
 * of that name: its kind, what its label has of its own, its folders, its title. A code block is named by its title.
 */
function exampleNames({ path, asOf, title, side, file }: Sample, own?: string): string[] {
  const titled = kebabCase(title) || "example";
  if (path === undefined) return [titled, `${titled}-${side}`];
  const [last, ...folders] = (file?.path ?? path).split(/[/\\]/).reverse();
  const [, stem, kind] = /^(.+?)(?:\.(json|xml|ya?ml|txt|text|html?|http|log|js))?$/i.exec(last ?? "") ?? [];
  const name = asOf === undefined ? `${stem}` : `${stem}-v${asOf}`;
  const near = folders.filter((folder) => /\w/.test(folder) && folder !== `v${asOf}`).slice(0, NEAR_FOLDERS);
  // Files of two versions of an API are two, one file that several operations show has a name for each.
  const ofVersions = near.filter((folder) => /^v\d/.test(folder)).map((folder) => `${folder}-${name}`);
  return [
    name,
    ...(kind === undefined || kind === "json" ? [] : [`${name}-${kind}`]),
    ...(own === undefined ? [] : [...ofVersions, `${name}-${kebabCase(own)}`]),
    ...near.map((folder) => `${folder}-${name}`),
    ...near.slice(1).map(
      (_, index) =>
        `${near
          .slice(0, index + 2)
          .reverse()
          .join("-")}-${name}`,
    ),
    `${name}-${titled}`,
    `${name}-${side}`,
  ];
}

function kebabCase(text: string): string {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).join("-");
}

function freeName(wanted: string, taken: JsonObject): string {
  let name = wanted;
  for (let count = 2; taken[name] !== undefined; count++) name = `${wanted}${count}`;
  return name;
}

/** Readers stop at a media type that is none (RFC 6838, 4.2). */
function safeMediaType(mediaType: string): string {
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(mediaType) ? mediaType : "text/plain";
}
