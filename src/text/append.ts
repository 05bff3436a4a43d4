/**
 * Adds items at the end of a list. Not by `push(...items)`: each of those is an argument, for which the stack has room
 * up to some hundred thousand.
 */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
