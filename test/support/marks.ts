/** Takes `«…»` out of a text and tells what they stood round: offsets in the text without marks. */
export function readMarks(marked: string): {
  readonly text: string;
  readonly places: readonly { readonly start: number; readonly end: number }[];
} {
  const places: { start: number; end: number }[] = [];
  const opened: number[] = [];
  let text = "";
  for (const piece of marked.split(/([«»])/)) {
    if (piece === "«") opened.push(text.length);
    else if (piece === "»") {
      const start = opened.pop();
      if (start === undefined) throw new Error("A » stands without its «.");
      places.push({ start, end: text.length });
    } else text += piece;
  }
  if (opened.length > 0) throw new Error("A « stands without its ».");
  return { text, places };
}
