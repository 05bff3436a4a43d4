import { locateAll } from "../data/json.ts";
import { type Json, type JsonObject, pointerSteps } from "../data/json-value.ts";
import { readYaml } from "../data/yaml.ts";
import { type YamlNode, yamlValue } from "../data/yaml-node.ts";
import type { Files } from "../files/files.ts";
import { SourceFile } from "../text/source-file.ts";
import { type Span, span } from "../text/span.ts";
import { UsageError } from "../usage-error.ts";
import type { Evidence } from "./evidence.ts";
import { harObservations, type PassedOver } from "./har.ts";
import { type HarEntries, harEntries } from "./har-entries.ts";
import { documentObservations, isOpenApi } from "./openapi.ts";
import type { EvidenceFile, EvidencePlace } from "./place.ts";
import { References } from "./references.ts";

/** A text of this many bytes still fits into a string, twice over. */
const MOST_BYTES = 384 * 1024 * 1024;

/**
 * Reads one FILE of `--against`: an OpenAPI 3.0 or 3.1 document (JSON or YAML), or a HAR 1.2 log. Anything else is a
 * `UsageError`.
 */
export function readEvidence(files: Files, path: string, shown: string): Evidence {
  const source = new SourceFile(path, textOf(files, path, shown));
  const entries = /^\s*\{/.test(source.text) ? harEntries(source.text) : undefined;
  if (entries !== undefined) return traffic(source, entries, shown);
  const { value, locate } = documentIn(source, shown);
  if (!isOpenApi(value)) {
    const isOlder = typeof value === "object" && value !== null && "swagger" in value;
    throw new UsageError(
      isOlder
        ? `${shown} is an OpenAPI 2.0 document. Convert it to OpenAPI 3.0 or 3.1.`
        : `${shown} is neither an OpenAPI 3.0 or 3.1 document nor a HAR log. Name another file.`,
    );
  }
  return document({ path, locate }, value, shown);
}

function textOf(files: Files, path: string, shown: string): string {
  const status = files.status(path);
  if (status === undefined) throw new UsageError(`There is no file ${shown}. Correct \`--against\`.`);
  if (status.kind !== "file")
    throw new UsageError(`${shown} is no regular file. Name an OpenAPI document or a HAR log.`);
  if (status.size > MOST_BYTES)
    throw new UsageError(
      `${shown} is larger than ${MOST_BYTES / 1024 / 1024} MiB. Record the log in parts, and name each with \`--against\`.`,
    );
  const text = new TextDecoder().decode(files.read(path));
  if (text.trim() === "") throw new UsageError(`${shown} is empty. Name an OpenAPI document or a HAR log.`);
  return text;
}

function traffic(source: SourceFile, entries: HarEntries, shown: string): Evidence {
  if (entries.places.length === 0)
    throw new UsageError(
      entries.isCut
        ? `${shown} is cut off before its first entry. Record it again.`
        : `${shown} is a HAR log without entries. Name another file.`,
    );
  const passedOver: PassedOver = new Map();
  const file: EvidenceFile = {
    path: source.path,
    locate: (pointers) => {
      const found = new Map<string, Span>();
      for (const pointer of pointers) {
        const place = entries.places[Number(pointerSteps(pointer)[2])];
        // no more than the brace with which the entry begins
        if (place !== undefined) found.set(pointer, span(source, place.start, place.start + 1));
      }
      return found;
    },
  };
  return {
    kind: "traffic",
    file,
    name: shown,
    *observations() {
      passedOver.clear();
      yield* harObservations(file, source.text, entries, passedOver);
    },
    notes: () => [
      ...(entries.isCut ? [`${shown} is cut off after entry ${entries.places.length}`] : []),
      ...[...passedOver].map(([reason, count]) => `entries ${reason}, passed over: ${count}`),
    ],
  };
}

function document(file: EvidenceFile, value: JsonObject, shown: string): Evidence {
  const references = new References(value);
  return {
    kind: "document",
    file,
    name: shown,
    observations: () => documentObservations(file, value, references),
    notes: () => [
      ...[...references.external].map((one) => `\`${one}\` leads out of the file and was not followed`),
      ...[...references.broken].map((one) => `\`${one}\` leads to nothing`),
    ],
  };
}

/** The value of a JSON or YAML text, and where its parts stand. */
function documentIn(
  source: SourceFile,
  shown: string,
): { readonly value: Json | undefined; readonly locate: EvidenceFile["locate"] } {
  if (/^\s*[{[]/.test(source.text)) {
    try {
      const value = JSON.parse(source.text.replace(/^\ufeff/, " ")) as Json;
      return { value, locate: (pointers) => placesInJson(source, pointers) };
    } catch {
      // YAML may begin so, too
    }
  }
  const { root, problems } = readYaml(source);
  if (problems.length > 0 && /^(?:["']?openapi["']?\s*:|\s*\{)/m.test(source.text)) {
    const { line } = source.positionAt(problems[0]!.span.start);
    throw new UsageError(`${shown} cannot be read: line ${line} is neither JSON nor YAML. Make it again.`);
  }
  return {
    value: root === undefined ? undefined : (yamlValue(root) as Json),
    locate: (pointers) => placesInYaml(root, pointers),
  };
}

function placesInJson(source: SourceFile, pointers: Iterable<string>): Map<string, Span> {
  const found = new Map<string, Span>();
  for (const [pointer, { key, value }] of locateAll(source.text, pointers)) {
    const { start, end } = key ?? { start: value.start, end: value.start + 1 };
    found.set(pointer, span(source, start, end));
  }
  return found;
}

function placesInYaml(root: YamlNode | undefined, pointers: Iterable<string>): Map<string, Span> {
  const found = new Map<string, Span>();
  for (const pointer of pointers) {
    let node = root;
    let place: Span | undefined;
    for (const step of pointerSteps(pointer)) {
      if (node?.kind === "mapping") {
        const entry = node.entries.find(({ key }) => key.text === step);
        node = entry?.value;
        place = entry?.key.span;
      } else if (node?.kind === "sequence") {
        node = node.items[Number(step)];
        place = node?.span;
      } else {
        place = undefined;
        break;
      }
    }
    if (place !== undefined) found.set(pointer, place);
  }
  return found;
}

/**
 * Where places stand that are of one file or several, each file looked through once, and how a report names them: a file may
 * be one line.
 */
export function spansOf(
  places: Iterable<EvidencePlace>,
): (place: EvidencePlace) => { readonly span: Span; readonly name: string } | undefined {
  const wanted = new Map<EvidenceFile, Set<string>>();
  for (const { file, pointer } of places) {
    const pointers = wanted.get(file) ?? new Set();
    wanted.set(file, pointers.add(pointer));
  }
  const found = new Map([...wanted].map(([file, pointers]) => [file, file.locate(pointers)]));
  return ({ file, pointer }) => {
    const place = found.get(file)?.get(pointer);
    return place && { span: place, name: placeName(pointer, place) };
  };
}

/** A line that is longer does not say where. */
const LONGEST_LINE = 400;

/** `entry 12` of a log, counted from 0 as its pointer does; of a document written without line breaks the pointer. */
function placeName(pointer: string, { file, start }: Span): string {
  const entry = /^\/log\/entries\/(\d+)$/.exec(pointer)?.[1];
  if (entry !== undefined) return `entry ${entry}`;
  return file.lineText(file.positionAt(start).line).length > LONGEST_LINE ? `#${pointer}` : "";
}
