import type { Definition } from "../apiref/parameters-file.ts";
import { hasFormat } from "./accepts.ts";

/**
 * Formats that stand for a type of a definition, not for a `format` that somebody wrote. OpenStack's own services take
 * more for one than JSON Schema does, so that another form of it is no mistake in a sample.
 */
const FORMS: Readonly<Record<string, (text: string) => boolean>> = {
  // `oslo_utils.uuidutils.is_uuid_like`: hyphens, braces and a `urn:uuid:` may be there or not
  uuid: (text) => /^(?:urn:)?(?:uuid:)?\{?[\da-f]{32}\}?$/i.test(text.replaceAll("-", "")),
  "date-time": isTime,
};

/** A date and a time of day, with `T` or a blank between, whose fraction and zone may be missing. */
function isTime(text: string): boolean {
  const [, date, clock, zone = "Z"] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)(?: ?(Z|UTC|[+-]\d\d:?\d\d))?$/i.exec(text) ?? [];
  if (date === undefined || clock === undefined) return false;
  const seconds = clock.length === 5 ? `${clock}:00` : clock.replace(",", ".");
  const offset = zone.toUpperCase() === "UTC" ? "Z" : zone.replace(/^(...)(\d\d)$/, "$1:$2");
  return hasFormat("date-time", `${date}T${seconds}${offset}`);
}

/**
 * Whether a text is a value of a definition as services write them, though it lacks the format of JSON Schema that stands
 * for the definition's type.
 */
export function isLooseForm(definition: Definition | undefined, format: string, text: string): boolean {
  return definition?.fields.has("format") !== true && FORMS[format]?.(text) === true;
}
