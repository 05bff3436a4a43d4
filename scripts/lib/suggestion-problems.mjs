/**
 * What is wrong after suggestions were applied.
 *
 * @typedef {{ rule: string, message: string, file: string, line: number }} Finding
 * @param {readonly Finding[]} after what `sample-undocumented` finds now
 * @param {readonly Finding[]} fresh all that is new
 * @param {number} left how many names were left to a person
 * @returns {Finding[]} findings that ask for rows though nothing was left, and new ones that ask for something else than a
 * description or for what was left
 */
export function suggestionProblems(after, fresh, left) {
  const asked = after.filter(({ message }) => ASKS_FOR_ROWS.test(message));
  const isLeft = ({ rule, message }) =>
    left > 0 && rule === "sample-undocumented" && ASKS_FOR_ROWS.test(message);
  return [
    ...(left > 0 ? [] : asked),
    ...fresh.filter((finding) => finding.rule !== "definition-undescribed" && !isLeft(finding)),
  ];
}

/** Other findings of the rule are of slips, and of samples that show something else. */
const ASKS_FOR_ROWS = /\b[Aa]dd (?:a row|rows)\b/;
