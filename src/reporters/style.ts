/** The few colours of this program, by what they say. */
export type Tone = "error" | "warning" | "info" | "faint" | "strong" | "place";

const codes: Readonly<Record<Tone, readonly [number, number]>> = {
  error: [31, 39],
  warning: [33, 39],
  info: [36, 39],
  faint: [2, 22],
  strong: [1, 22],
  place: [4, 24],
};

/** Gives a function that colours text for a terminal, or leaves it as it is. */
export function painter(colour: boolean): (tone: Tone, text: string) => string {
  if (!colour) return (_, text) => text;
  return (tone, text) => `\u001b[${codes[tone][0]}m${text}\u001b[${codes[tone][1]}m`;
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
