interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether one of many ranges, in any order, has something in common with a range: asked for many, in little time each. */
export function overlapWith(ranges: readonly Range[]): (range: Range) => boolean {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  // The furthest end of a range and all before it.
  const ends: number[] = [];
  for (const { end } of sorted) ends.push(Math.max(end, ends.at(-1) ?? end));
  return ({ start, end }) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.start < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && start < ends[low - 1]!;
  };
}
