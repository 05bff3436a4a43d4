/** What is checked of samples that are JSON. */
const OF_JSON = /^(?:sample-(?!syntax|not-found|unused)|row-unsampled|value-unlisted)/;

/**
 * What a second lint tells that the first did not: of each rule in each file, as many as are more. Messages are no measure, for they
 * quote what was fixed.
 *
 * @param {readonly { rule: string, file: string, message: string, fixable?: boolean }[]} before
 * @param {typeof before} after
 * @returns {string[]}
 */
export function newFindings(before, after) {
  const left = new Map();
  const placeOf = ({ rule, file }) => `${rule} ${file}`;
  for (const one of before) left.set(placeOf(one), (left.get(placeOf(one)) ?? 0) + 1);
  const isRepaired = before.some(({ rule, fixable }) => rule === "sample-syntax" && fixable);
  return after.flatMap((one) => {
    if (isRepaired && OF_JSON.test(one.rule)) return [];
    const place = placeOf(one);
    left.set(place, (left.get(place) ?? 0) - 1);
    return left.get(place) < 0 ? [`${place}: ${one.message}`] : [];
  });
}
