export interface Problem {
  readonly consumer: "schema" | "spectral" | "redocly" | "types" | "traits" | "examples";
  readonly severity: "error" | "warning";
  readonly rule: string;
  readonly message: string;
  readonly pointer: string;
}

export function consumerProblems(document: object): Promise<Problem[]>;
export function typesOf(document: object): Promise<string>;
export function compileTypes(sources: ReadonlyMap<string, string>): Map<string, Problem[]>;
export function errorsAmong(problems: readonly Problem[]): Problem[];
