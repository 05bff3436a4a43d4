import type { JsonObject } from "../data/json-value.ts";
import { versionsIn } from "../openapi/versions.ts";
import { operationsOf } from "../page/operations.ts";
import { lastPart } from "./items.ts";

/** What the page says where its address leads to nothing: the words above, the title, and what stands below. */
export interface NotFound {
  readonly above: string;
  readonly title: string;
  readonly text: string;
  /** The microversion at which it is there; absent where it is at none. */
  readonly at?: string;
}

/**
 * What to say of an address that the page does not have: an operation that is there in other microversions than the one
 * that was chosen, or nothing.
 *
 * @param route the address, `/servers/rebuildserver`; the last part is an operationId in lower case
 * @param whole the document of all microversions
 * @param version the one that was chosen
 */
export function notFound(route: string, whole: JsonObject, version: string | undefined): NotFound {
  const name = lastPart(route);
  const operation = operationsOf(whole).find(({ operationId }) => String(operationId).toLowerCase() === name);
  if (operation === undefined || version === undefined)
    return {
      above: "Not found",
      title: "Nothing at this address",
      text: `This page has no ${route}. Its title may be another one now: look for it in the navigation, or by the search.`,
    };
  const { minVersion: since, maxVersion: until } = versionsIn(operation);
  const range =
    since !== undefined && until !== undefined
      ? `from ${since} to ${until}`
      : since !== undefined
        ? `from ${since} on`
        : until !== undefined
          ? `up to ${until}`
          : "at others";
  const at = since ?? until;
  return {
    above: `Microversion ${version}`,
    title: String(operation.summary ?? operation.operationId),
    text: `Not in the API at version ${version}; there ${range}.`,
    ...(at === undefined ? {} : { at }),
  };
}
