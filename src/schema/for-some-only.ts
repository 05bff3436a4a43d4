/**
 * Whether a description says that its value, though required, is not always there: "Appears in the response for
 * administrative users only."
 */
export function isForSomeOnly(description: string): boolean {
  return CONDITIONAL.test(description);
}

const CONDITIONAL =
  /\bonly (?:appears?|returned|shown|visible|displayed|included|present|if|when|for|in|by|to|available|valid|applicable)\b|\b(?:appears?|returned|present|visible|included|required|shown|valid|applicable)\b[^.]{0,60}\b(?:only|if|when|unless)\b|\badmin(?:istrative users|istrators?)?[ -]only\b/i;
