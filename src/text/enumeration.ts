/** `a`, `a and b`, `a, b and c`; with another word than `and`, `a, b or c`. */
export function enumeration(parts: readonly string[], word: "and" | "or" = "and"): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}
