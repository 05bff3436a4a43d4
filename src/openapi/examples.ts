import type { Sample } from "../apiref/model.ts";
import type { Json, JsonObject } from "../data/json-value.ts";
import type { SampleContent } from "../samples/read.ts";
import { type Span, span } from "../text/span.ts";
import type { Components } from "./components.ts";
import { xVersions } from "./versions.ts";

/** A sample with what it shows. */
export interface ReadSample {
  readonly sample: Sample;
  readonly content: SampleContent;
}

/** The examples of one body: media type → name → use of a component. */
export type Examples = Map<string, Map<string, JsonObject>>;

/**
 * Adds samples to the examples of a body, each as a component named after its file (OpenAPI 3.1, 4.8.19).
 * A sample that is meant as JSON but is none is shown as its text, under the media type of text.
 */
export function addExamples(
  examples: Examples,
  samples: readonly ReadSample[],
  components: Components,
  origins: Map<object, Span>,
): void {
  for (const { sample, content } of samples) {
    if (sample.file === undefined || sample.text.trim() === "") continue;
    const mediaType = content.kind === "invalid-json" ? "text/plain" : safeMediaType(content.mediaType);
    const name = exampleName(sample);
    const object: JsonObject = {
      ...(sample.title === "" ? {} : { summary: sample.title }),
      ...exampleValue(content),
      ...xVersions({
        ...((sample.asOf ?? sample.minVersion) === undefined
          ? {}
          : { minVersion: (sample.asOf ?? sample.minVersion)! }),
        ...(sample.maxVersion === undefined ? {} : { maxVersion: sample.maxVersion }),
      }),
    };
    origins.set(object, span(sample.file, sample.pieces[0]?.offset ?? 0, sample.pieces[0]?.offset ?? 0));
    const reference = components.use("examples", name, object);
    let ofType = examples.get(mediaType);
    if (ofType === undefined) {
      ofType = new Map();
      examples.set(mediaType, ofType);
    }
    ofType.set(referredName(reference), reference);
  }
}

function exampleValue(content: SampleContent): JsonObject {
  if (content.kind !== "json") return { value: content.text };
  if (!holdsReference(content.value)) return { value: content.value };
  // Readers of OpenAPI take a `$ref` anywhere for a reference of the document, also inside an example's value.
  return {
    description: `Shown as text, since the example itself holds a \`$ref\`:\n\n\`\`\`json\n${content.text.trim()}\n\`\`\``,
  };
}

function holdsReference(value: Json | undefined): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsReference);
  return Object.keys(value).some((key) => key === "$ref" || holdsReference(value[key]));
}

/** `samples/share-replica-create-request.json` → `share-replica-create-request`; a code block is named by its title. */
function exampleName(sample: Sample): string {
  if (sample.path === undefined) {
    const words = sample.title.toLowerCase().match(/[a-z0-9]+/g) ?? ["example"];
    return words.join("-");
  }
  const file = sample.path.slice(sample.path.lastIndexOf("/") + 1);
  const base = file.replace(/(?<=.)\.(?:json|xml|ya?ml|txt|text|html?|http|log|js)$/i, "");
  return sample.asOf === undefined ? base : `${base}-v${sample.asOf}`;
}

function referredName(reference: JsonObject): string {
  const target = String(reference["$ref"]);
  return target.slice(target.lastIndexOf("/") + 1);
}

/** Readers stop at a media type that is none (RFC 6838, 4.2). */
function safeMediaType(mediaType: string): string {
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(mediaType) ? mediaType : "text/plain";
}
