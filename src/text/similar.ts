/** The Damerau–Levenshtein distance (optimal string alignment) of two words, at most `limit + 1`. */
function distance(first: string, second: string, limit: number): number {
  if (Math.abs(first.length - second.length) > limit) return limit + 1;
  // What both begin and end with changes nothing.
  let from = 0;
  while (from < first.length && first[from] === second[from]) from++;
  let behind = 0;
  const longestEnd = Math.min(first.length, second.length) - from;
  while (behind < longestEnd && first.at(-1 - behind) === second.at(-1 - behind)) behind++;
  const a = first.slice(from, first.length - behind);
  const b = second.slice(from, second.length - behind);
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/**
 * The candidate nearest to a word, if one is near enough to be what was meant (at most `within` slips); ties go to
 * the first.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  within = Math.max(1, Math.floor(word.length / 3)),
): string | undefined {
  let limit = within;
  let best: string | undefined;
  const wanted = word.toLowerCase();
  const letters = lettersOf(wanted);
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const written = candidate.toLowerCase();
    if (!mayBeWithin(letters, lettersOf(written), limit)) continue;
    const found = distance(wanted, written, limit);
    if (found > limit || (best !== undefined && found === limit)) continue;
    if (hasOtherWord(wanted, written)) continue;
    best = candidate;
    limit = found;
    if (found === 0) break;
  }
  return best;
}

/** Which characters a word has, as bits; several characters share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/** A slip brings at most one character that the other word lacks; so words with more of them are farther apart, which is soon told. */
function mayBeWithin(a: number, b: number, limit: number): boolean {
  return countOf(a & ~b) <= limit && countOf(b & ~a) <= limit;
}

/** How many bits are set. */
function countOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Whether words so short are two: `ip` is no slip for `id`, but `di` is. */
function areShortAndOther(a: string, b: string): boolean {
  return a.length < 3 && a.length === b.length && a !== b && a !== [...b].reverse().join("");
}

/** Whether one of the words is another word altogether: `created_at` is no slip for `updated_at`. */
function hasOtherWord(a: string, b: string): boolean {
  const [ours, theirs] = [a.split(/[^a-z0-9]+/), b.split(/[^a-z0-9]+/)];
  if (ours.length !== theirs.length) return false;
  if (ours.some((word, index) => areShortAndOther(word, theirs[index]!))) return true;
  if (ours.length === 1) return false;
  return ours.some((word, index) => {
    const limit = Math.max(1, Math.floor(word.length / 3));
    return distance(word, theirs[index]!, limit) > limit;
  });
}

/**
 * The first candidate that a word continues or that continues it: `group_x` for `group`, `meta` for `metadata`; of a word
 * that is cut short half is left, so not `name` for `namespace`.
 */
export function extended(word: string, candidates: Iterable<string>): string | undefined {
  for (const candidate of candidates) {
    const [short, long] = candidate.length < word.length ? [candidate, word] : [word, candidate];
    if (!long.startsWith(short)) continue;
    const endsWord = long === short || hasWordMore(long, short);
    if (short.length >= SHORTEST_STEM && (endsWord || long.length <= 2 * short.length)) return candidate;
  }
  return undefined;
}

/** Whether one of two names begins with the other, and goes on with a word of its own: `group_size` and `group`. */
export function hasWordMore(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) && /^[^a-z0-9]+[a-z0-9]/i.test(long.slice(short.length));
}

/** Whether two names have the same words in another order: `size_of_lamp` and `lamp_of_size`. */
export function hasWordsSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  const [ours, theirs] = [a, b].map((name) => name.toLowerCase().split(/[^a-z0-9]+/));
  return ours!.join() !== theirs!.join() && ours!.sort().join() === theirs!.sort().join();
}

/** Shorter words begin too many others. */
const SHORTEST_STEM = 4;

/** ` Did you mean \`x\`?` for the nearest candidate, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>, within?: number): string {
  const found = nearest(word, candidates, within);
  return found === undefined ? "" : ` Did you mean \`${found}\`?`;
}

/** Gives ` Did you mean \`x\`?` for the nearest candidate, or nothing. */
export type Suggest = (word: string, candidates: Iterable<string>, within?: number) => string;

/** So many words are compared for all the findings of a rule. */
const MOST_COMPARED = 200_000;

/**
 * As `didYouMean`, for many words one after another: with thousands of words that are not known and thousands of
 * candidates, the last go without.
 */
export function suggestions(): Suggest {
  const find = nearestOfMany();
  return (word, candidates, within) => {
    const found = find(word, candidates, within);
    return found === undefined ? "" : ` Did you mean \`${found}\`?`;
  };
}

/** As `nearest`, for many words one after another; see `suggestions`. */
export function nearestOfMany(): typeof nearest {
  let left = MOST_COMPARED;
  function* counted(candidates: Iterable<string>): Iterable<string> {
    for (const candidate of candidates) {
      left--;
      yield candidate;
    }
  }
  return (word, candidates, within) => (left > 0 ? nearest(word, counted(candidates), within) : undefined);
}
