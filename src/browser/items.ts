/** An entry of the page as Redoc has read it: a section, an operation, or a group with entries. */
export interface Item {
  readonly label?: string;
  /** The fragment of its address, without `#`. */
  readonly routeSlug?: string;
  /** Of operations. */
  readonly httpVerb?: string;
  readonly items?: readonly Item[];
}

/** The last part of an address, by which an operation is known wherever its section is: its operationId in lower case. */
export function lastPart(route: string): string {
  return route.slice(route.lastIndexOf("/") + 1).toLowerCase();
}

/** The operations among entries, in order. */
export function operationsIn(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [
    ...(item.httpVerb === undefined || item.routeSlug === undefined ? [] : [item]),
    ...operationsIn(item.items ?? []),
  ]);
}

/**
 * Entries with other ones in the places of those that have the same address. What holds none of them is the same object as
 * before, so that it is not drawn again. Undefined where one has no place.
 */
export function withOperations(
  items: readonly Item[],
  fresh: ReadonlyMap<string, Item>,
): readonly Item[] | undefined {
  const missing = new Set(fresh.keys());
  const placed = (list: readonly Item[]): readonly Item[] => {
    let isOther = false;
    const made = list.map((item) => {
      const now = item.httpVerb === undefined ? undefined : fresh.get(item.routeSlug ?? "");
      if (now !== undefined) {
        missing.delete(item.routeSlug!);
        isOther = true;
        return now;
      }
      const inside = item.items && placed(item.items);
      if (inside === item.items) return item;
      isOther = true;
      return { ...item, items: inside! };
    });
    return isOther ? made : list;
  };
  const made = placed(items);
  return missing.size === 0 ? made : undefined;
}
