/** How much of two texts has to be common for one to be a corrected form of the other. */
const ENOUGH = 0.6;

/** Whether one text may be the other, corrected: most pairs of neighbouring characters are in both (Dice's coefficient). */
export function isAlike(a: string, b: string): boolean {
  if (a === b) return true;
  return common(pairsOf(a), pairsOf(b)) >= ENOUGH;
}

/** The share of what two bags have in common, from 0 to 1 (Dice's coefficient). */
export function common(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0;
  const left = new Map<string, number>();
  for (const one of a) left.set(one, (left.get(one) ?? 0) + 1);
  let both = 0;
  for (const one of b) {
    const count = left.get(one) ?? 0;
    if (count === 0) continue;
    left.set(one, count - 1);
    both++;
  }
  return (2 * both) / (a.length + b.length);
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}
