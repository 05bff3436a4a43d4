/**
 * A change of code that is another's: a text that must be in it once, and what stands there instead. A new version of that
 * code that has other texts fails the build.
 *
 * @typedef {{ readonly what: string; readonly from: string; readonly to: string }} Change
 */

/**
 * The code with all changes.
 *
 * @param {string} code
 * @param {readonly Change[]} changes
 * @param {string} whose for the message of the error
 * @returns {string}
 */
export function changed(code, changes, whose) {
  return changes.reduce((text, { what, from, to }) => {
    const parts = text.split(from);
    if (parts.length !== 2)
      throw new Error(
        `The change of ${whose} "${what}" fits in ${parts.length - 1} places, not in one: ${from}`,
      );
    return parts.join(to);
  }, code);
}
