import { RE2JS } from "re2js";

/** A regular expression that can be held against texts. */
export interface LinearPattern {
  test(text: string): boolean;
}

/** Longer texts are not looked at: no value that a pattern describes is that long. */
const LONGEST_TEXT = 100_000;

/**
 * A regular expression of JSON Schema that is matched in time proportional to the text, whoever wrote it: `^(a+)+$` takes
 * other matchers longer than the universe is old. Undefined for what RE2 does not know: assertions about what stands
 * before and behind, references to groups, thousands of repetitions.
 */
export function linearPattern(pattern: string): LinearPattern | undefined {
  try {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
    return { test: (text) => text.length > LONGEST_TEXT || compiled.test(text) };
  } catch {
    return undefined;
  }
}
