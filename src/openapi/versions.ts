import type { JsonObject } from "../data/json-value.ts";

/** `{ "x-openstack": { "min-ver": "2.11", "max-ver": "2.55" } }`, or nothing where no version is named. */
export function xVersions(versions: {
  readonly minVersion?: string;
  readonly maxVersion?: string;
}): JsonObject {
  const { minVersion, maxVersion } = versions;
  if (minVersion === undefined && maxVersion === undefined) return {};
  return {
    "x-openstack": {
      ...(minVersion === undefined ? {} : { "min-ver": minVersion }),
      ...(maxVersion === undefined ? {} : { "max-ver": maxVersion }),
    },
  };
}

/** `*New in version 2.11, until version 2.55.*`; empty where no version is named. */
export function versionNote(versions: {
  readonly minVersion?: string;
  readonly maxVersion?: string;
}): string {
  const { minVersion, maxVersion } = versions;
  const parts = [
    ...(minVersion === undefined ? [] : [`new in version ${minVersion}`]),
    ...(maxVersion === undefined ? [] : [`until version ${maxVersion}`]),
  ];
  const [first, ...others] = parts;
  if (first === undefined) return "";
  return `*${[first[0]!.toUpperCase() + first.slice(1), ...others].join(", ")}.*`;
}
