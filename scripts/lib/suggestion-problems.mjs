/**
 * What is wrong after suggestions were applied.
 *
 * @typedef {{ rule: string, message: string, file: string, line: number }} Finding
 * @param {readonly Finding[]} after what `sample-undocumented` finds now
 * @param {readonly Finding[]} fresh all that is new
 * @returns {{ left: Finding[], unasked: Finding[] }} findings that ask for rows all the same, and new ones that ask for
 * something else than a description
 */
export function suggestionProblems(after, fresh) {
  return {
    left: after.filter(({ message }) => ASKS_FOR_ROWS.test(message)),
    unasked: fresh.filter(({ rule }) => rule !== "definition-undescribed"),
  };
}

/** Other findings of the rule are of slips, and of samples that show something else. */
const ASKS_FOR_ROWS = /\b[Aa]dd (?:a row|rows)\b/;
