export function firstEquals(members: readonly unknown[]): number[];
export function laterAlike(
  members: readonly ({ readonly schema: Readonly<Record<string, unknown>> } | undefined)[],
  all: boolean,
  ask: { acceptsNull: (schema: object) => boolean; values: (schema: object) => unknown },
): (index: number) => number[];
