import { parseVersion, type VersionRange } from "../apiref/versions.ts";
import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import type { Observation, ObservedBody, ObservedParameter } from "./evidence.ts";
import type { HarEntries } from "./har-entries.ts";
import type { EvidenceFile } from "./place.ts";
import type { SeenNode } from "./seen.ts";
import { seenOf, seenOfQuery } from "./values.ts";

/** What of a log was passed over, by the reason. */
export type PassedOver = Map<string, number>;

/**
 * The exchanges of a HAR 1.2 log, one after the other. Values of headers are read for the microversion alone, values of
 * bodies for their types and for words that may be of a list of choices; nothing else of them is kept.
 */
export function* harObservations(
  file: EvidenceFile,
  text: string,
  { places }: HarEntries,
  passedOver: PassedOver,
): Generator<Observation> {
  const pass = (reason: string) => passedOver.set(reason, (passedOver.get(reason) ?? 0) + 1);
  for (const [index, { start, end }] of places.entries()) {
    const entry = parsed(text.slice(start, end));
    if (!isJsonObject(entry)) {
      pass("that are no JSON");
      continue;
    }
    const observation = ofEntry(file, `/log/entries/${index}`, entry);
    if (typeof observation === "string") pass(observation);
    else yield observation;
  }
}

function ofEntry(file: EvidenceFile, pointer: string, entry: JsonObject): Observation | string {
  const { request, response } = entry;
  if (!isJsonObject(request) || !isJsonObject(response)) return "without a request or a response";
  const { method, url } = request;
  const address = typeof url === "string" ? addressOf(url) : undefined;
  if (typeof method !== "string" || address === undefined) return "without a method or a URL";
  const { status } = response;
  const isSocket =
    entry._resourceType === "websocket" || status === 101 || !/^https?:$/.test(address.protocol);
  if (isSocket) return "of WebSockets and the like";
  if (typeof status !== "number" || status < 100) return "that had no answer";
  const place = { file, pointer, isStandIn: !headers(response).some(({ name }) => OF_A_SERVICE.test(name)) };
  const query = [...new Set(address.searchParams.keys())];
  const bodies: ObservedBody[] = [];
  const add = (side: "request" | "response", value: Json | undefined) => {
    if (typeof value !== "object" || value === null) return;
    const seen = seenOf(value, place);
    if (side === "response" && query.some((name) => CHOOSES_FIELDS.test(name))) provesNoAbsence(seen);
    bodies.push({ side, seen, ...(place.isStandIn ? { standIn: value } : {}) });
  };
  const asked = jsonIn(request.postData);
  const action =
    method.toUpperCase() === "POST" && /\/actions?$/.test(address.pathname) ? keyOf(asked) : undefined;
  // What was refused may be wrong on purpose; what refuses is no body of the operation.
  if (status < 400) {
    add("request", asked);
    if (status < 301) add("response", jsonIn(response.content));
  }
  const parameter = (name: string): ObservedParameter => ({ name, place });
  // what was refused tells nothing of the values that are taken
  const asking = (name: string): ObservedParameter =>
    status < 400
      ? { name, place, value: seenOfQuery(address.searchParams.getAll(name), place, name) }
      : parameter(name);
  return {
    kind: "traffic",
    method: method.toUpperCase(),
    path: address.pathname,
    host: address.host,
    ...(action === undefined ? {} : { action }),
    versions: versionOf(response) ?? versionOf(request) ?? {},
    place,
    query: query.map(asking),
    isQueryClosed: false,
    headers: {
      request: headers(request).map(({ name }) => parameter(name)),
      response: headers(response).map(({ name }) => parameter(name)),
    },
    bodies,
    status,
  };
}

/**
 * Headers that services send: servers with a clock their date (RFC 9110, 6.6.1), OpenStack's the id of the request and the
 * microversion. What stands in for a service in the tests of a client hardly does.
 */
const OF_A_SERVICE = /^(?:date|(?:x-)?(?:[\w-]+-)?request-id|(?:x-)?openstack-(?:[\w-]+-)?api-version)$/i;

/** Parameters by which a client asks for some properties only. */
const CHOOSES_FIELDS = /^(?:fields?|attributes|columns?|properties|select|only|include|exclude|view)$/i;

/** Takes back that objects were seen whole: what is absent in them may be there. */
function provesNoAbsence(seen: SeenNode): void {
  seen.objects = 0;
  for (const inner of [...seen.properties.values(), seen.items, seen.values])
    if (inner !== undefined) provesNoAbsence(inner);
}

/** The one name of an object, by which a body names its action. */
function keyOf(value: Json | undefined): string | undefined {
  const names = isJsonObject(value) ? Object.keys(value) : [];
  return names.length === 1 ? names[0] : undefined;
}

function addressOf(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

/** The JSON of `postData` or `content`; undefined where there is none, or the log left it out. */
function jsonIn(content: Json | undefined): Json | undefined {
  if (!isJsonObject(content)) return undefined;
  const { text, encoding } = content;
  if (typeof text !== "string" || text === "") return undefined;
  return parsed(encoding === "base64" ? fromBase64(text) : text);
}

function fromBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return "";
  }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function headers({ headers: list }: JsonObject): { readonly name: string; readonly value: string }[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((header) =>
    isJsonObject(header) && typeof header.name === "string" && header.name !== ""
      ? [{ name: header.name, value: typeof header.value === "string" ? header.value : "" }]
      : [],
  );
}

/** The microversion that a message names: `OpenStack-API-Version: compute 2.79`, `X-OpenStack-Nova-API-Version: 2.79`. */
function versionOf(message: JsonObject): VersionRange | undefined {
  for (const { name, value } of headers(message)) {
    if (!/^(?:x-)?openstack-(?:[\w-]+-)?api-version$/i.test(name)) continue;
    const version = /(?:^|\s)(\d{1,6}\.\d{1,6})$/.exec(value.trim())?.[1];
    if (version !== undefined && parseVersion(version) !== undefined) return { min: version, max: version };
  }
  return undefined;
}
