/** What a finding says, as the report in JSON has it. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
}

/** Findings that ask for rows though nothing was left, and new ones that ask for more than a description or what was left. */
export function suggestionProblems(
  after: readonly Finding[],
  fresh: readonly Finding[],
  left: number,
): Finding[];
