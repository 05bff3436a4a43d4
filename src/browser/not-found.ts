import { isJsonObject, type JsonObject } from "../data/json-value.ts";

/** What the page says where its address leads to nothing: the words above, the title, and what stands below. */
export interface NotFound {
  readonly above: string;
  readonly title: string;
  readonly text: string;
  /** The microversion at which it is there; absent where it is at none. */
  readonly at?: string;
}

/** An operation, and in which microversions it is there. */
interface Known {
  readonly title: string;
  readonly since?: string;
  readonly until?: string;
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
  const known = version === undefined ? undefined : operationsOf(whole).get(lastPart(route));
  if (known === undefined || version === undefined)
    return {
      above: "Not found",
      title: "Nothing at this address",
      text: `This page has no ${route}. Its title may be another one now: look for it in the navigation, or by the search.`,
    };
  const { title, since, until } = known;
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
    title,
    text: `Not in the API at version ${version}; there ${range}.`,
    ...(at === undefined ? {} : { at }),
  };
}

/** The last part of an address, by which an operation is known wherever its section is. */
export function lastPart(route: string): string {
  return route.slice(route.lastIndexOf("/") + 1).toLowerCase();
}

/** operationId in lower case → what is known of the operation. */
function operationsOf({ paths, webhooks }: JsonObject): Map<string, Known> {
  const known = new Map<string, Known>();
  const add = (operation: JsonObject): void => {
    const { operationId, summary, "x-openstack": versions } = operation;
    if (operationId === undefined) {
      for (const inside of Object.values(operation)) if (isJsonObject(inside)) add(inside);
      return;
    }
    const { "min-ver": since, "max-ver": until } = isJsonObject(versions) ? versions : {};
    known.set(String(operationId).toLowerCase(), {
      title: String(summary ?? operationId),
      ...(typeof since === "string" ? { since } : {}),
      ...(typeof until === "string" ? { until } : {}),
    });
  };
  for (const part of [paths, webhooks])
    for (const item of Object.values(isJsonObject(part) ? part : {}))
      if (isJsonObject(item))
        for (const operation of Object.values(item)) if (isJsonObject(operation)) add(operation);
  return known;
}
