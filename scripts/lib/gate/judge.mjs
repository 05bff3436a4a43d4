/**
 * What a change brought about, told from two full lists of findings and from what the change did, without asking how the
 * program compares: a finding was there before if the same rule said the same of the line that stands there now. Lines are
 * followed through the edits, files and words through what the change calls otherwise.
 *
 * `reworded` are findings of which the rule said something else of the same line before: whether such a finding is the same
 * is a matter of opinion, so they are neither expected nor unexpected.
 */
export function judged(before, now, change, textOf) {
  const left = atEachPlace(before).map((finding) => carriedOver(finding, change, textOf));
  const take = (key, finding) => {
    const index = left.findIndex((old) => old !== undefined && key(old) === key(finding));
    if (index === -1) return false;
    left[index] = undefined;
    return true;
  };
  const said = ({ rule, message, file, line }) => JSON.stringify([rule, counted(message), file, line]);
  const stands = ({ rule, file, line }) => JSON.stringify([rule, file, line]);
  const unknown = atEachPlace(now).filter((finding) => !take(said, finding));
  const reworded = unknown.filter((finding) => take(stands, finding));
  return { expected: unknown.filter((finding) => !reworded.includes(finding)), reworded };
}

/**
 * The findings that a change brings and of which nothing is reported, and what is reported that it does not bring. What is
 * joined has words of the first place only, so its places alone count.
 */
export function compared({ expected, reworded }, reported) {
  const told = atEachPlace(reported);
  const isIn = (list) => (finding) => list.some((other) => isSame(finding, other));
  return {
    missed: expected.filter((finding) => !isIn(told)(finding)),
    extra: told.filter((finding) => !isIn([...expected, ...reworded])(finding)),
  };
}

function isSame(one, other) {
  if (one.rule !== other.rule || one.file !== other.file || one.line !== other.line) return false;
  return one.isJoined || other.isJoined || one.message === other.message;
}

const JOINED = / The same at \d+ more places?\.$/;

/** A finding for each place of those that are told of as one. */
function atEachPlace(findings) {
  return findings.flatMap((finding) => {
    if (finding.isJoined || !JOINED.test(finding.message)) return [finding];
    const first = { ...finding, message: finding.message.replace(JOINED, ""), isJoined: true };
    const others = finding.related.filter(({ message }) => message === "here, too");
    return [first, ...others.map(({ file, line }) => ({ ...first, file, line }))];
  });
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
