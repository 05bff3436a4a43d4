import type { Draft, Severity } from "./finding.ts";

/** The groups in which rules are listed. */
export type RuleGroup = "reading" | "operations" | "definitions" | "status codes" | "samples" | "evidence";

/** A small api-ref tree: file name below the source folder → text. `«…»` marks where findings are expected. */
export type ExampleTree = Readonly<Record<string, string>>;

/**
 * What is known of a rule without running it. The two examples are documentation and test at once: `bad` gives
 * exactly one finding of this rule at each `«…»`, `good` gives none of this rule.
 */
export interface RuleMetadata<Name extends string = string> {
  /** Stable name, same as the file's: `unknown-parameter`. */
  readonly name: Name;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly fixable: boolean;
  /** It tells what nothing uses, which only a tree that was read whole shows; not run on some documents only. */
  readonly wholeTree?: true;
  /** What it finds, in one line for the table of rules. */
  readonly summary: string;
  /** Why it matters and how to mend it; CommonMark. */
  readonly explanation: string;
  readonly bad: ExampleTree;
  readonly good: ExampleTree;
}

/** One check. `Subject` is what it looks at; the rule gives drafts of findings, the run adds name and severity. */
export interface Rule<Subject, Name extends string = string> extends RuleMetadata<Name> {
  check(subject: Subject): Iterable<Draft>;
}
