/**
 * What a change brought about, told from two full lists of findings and from what the change did, without asking how the
 * program compares: a finding was there before if the same rule said the same of the line that stands there now. Lines are
 * followed through the edits, files and words through what the change calls otherwise.
 *
 * `reworded` are findings of which the rule said something else of the same line before: whether such a finding is the same
 * is a matter of opinion, so they are neither expected nor unexpected.
 */
export function judged(before, now, change, textOf) {
  const left = before.map((finding) => carriedOver(finding, change, textOf));
  const take = (key, finding) => {
    const index = left.findIndex((old) => old !== undefined && key(old) === key(finding));
    if (index === -1) return false;
    left[index] = undefined;
    return true;
  };
  const said = ({ rule, message, file, line }) => JSON.stringify([rule, counted(message), file, line]);
  const stands = ({ rule, file, line }) => JSON.stringify([rule, file, line]);
  const unknown = now.filter((finding) => !take(said, finding));
  const reworded = unknown.filter((finding) => take(stands, finding));
  return { expected: unknown.filter((finding) => !reworded.includes(finding)), reworded };
}

/** The numbers in `12 samples` are another matter than the mistake. */
function counted(message) {
  return message.replace(/\b\d+(?= [a-z])/g, "#").replace(/\bline \d+/g, "line #");
}

function carriedOver(finding, { edits, renames = [], words = [] }, textOf) {
  let { message, line } = finding;
  for (const [old, name] of words) message = message.replaceAll(old, () => name);
  for (const { file, at, removed, lines } of edits.toSorted((a, b) => b.at - a.at)) {
    if (file !== finding.file || finding.line < at) continue;
    if (finding.line >= at + removed) {
      line += lines.length - removed;
      continue;
    }
    const same = lines.indexOf(textOf(file)[finding.line - 1]);
    if (same !== -1) line = at + same;
    else if (lines.length === removed) line = finding.line;
    else line = -finding.line; // the line is gone, and what was found with it
  }
  const file = new Map(renames).get(finding.file) ?? finding.file;
  return { ...finding, message, line, file };
}
