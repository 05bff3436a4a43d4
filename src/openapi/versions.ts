import { knownBounds, type VersionBounds } from "../apiref/versions.ts";
import { isJsonObject, type JsonObject } from "../data/json-value.ts";

/** `{ "x-openstack": { "min-ver": "2.11", "max-ver": "2.55" } }`, or nothing where no version is named. */
export function xVersions(versions: VersionBounds): JsonObject {
  const { minVersion, maxVersion } = knownBounds(versions);
  if (minVersion === undefined && maxVersion === undefined) return {};
  return {
    "x-openstack": {
      ...(minVersion === undefined ? {} : { "min-ver": minVersion }),
      ...(maxVersion === undefined ? {} : { "max-ver": maxVersion }),
    },
  };
}

/** The bounds that `xVersions` has written into an object of a document. */
export function versionsIn({ "x-openstack": versions }: JsonObject): VersionBounds {
  const { "min-ver": minVersion, "max-ver": maxVersion } = isJsonObject(versions) ? versions : {};
  return {
    ...(typeof minVersion === "string" ? { minVersion } : {}),
    ...(typeof maxVersion === "string" ? { maxVersion } : {}),
  };
}

/** A description with a note of its versions below it. */
export function withNote(description: string, versions: VersionBounds): string {
  return [description, versionNote(versions)].filter((part) => part !== "").join("\n\n");
}

/** `*New in version 2.11, until version 2.55.*`; empty where no version is named. */
export function versionNote(versions: VersionBounds): string {
  const { minVersion, maxVersion } = knownBounds(versions);
  const parts = [
    ...(minVersion === undefined ? [] : [`new in version ${minVersion}`]),
    ...(maxVersion === undefined ? [] : [`until version ${maxVersion}`]),
  ];
  const [first, ...others] = parts;
  if (first === undefined) return "";
  return `*${[first[0]!.toUpperCase() + first.slice(1), ...others].join(", ")}.*`;
}

/** The bounds that a description does not say yet. */
export function unsaidVersions(
  { minVersion, maxVersion }: { readonly minVersion?: string; readonly maxVersion?: string },
  description: string,
): { minVersion?: string; maxVersion?: string } {
  const isSaid = (version: string, words: string) =>
    new RegExp(
      `\\b(?:${words})[^.]{0,40}? \\W{0,3}v?${version.replace(/\W/g, "\\$&")}(?![\\d.]*\\d)`,
      "i",
    ).test(description);
  return {
    ...(minVersion === undefined ||
    isSaid(minVersion, "new in|added in|introduced in|since|available (?:from|in|with|as of|starting)")
      ? {}
      : { minVersion }),
    ...(maxVersion === undefined || isSaid(maxVersion, "until|up to") ? {} : { maxVersion }),
  };
}
