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
