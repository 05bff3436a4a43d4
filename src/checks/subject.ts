import type { ApiRef, Operation } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition, ParametersFile } from "../apiref/parameters-file.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import type { Draft } from "../findings/finding.ts";
import type { Rule } from "../findings/rule.ts";
import { remembered } from "../text/remembered.ts";
import type { Comparison } from "../verify/compare.ts";
import { inOperation } from "./naming.ts";
import { usesOfDefinitions } from "./shown-rows.ts";

/** What every rule looks at: the tree as it was read, its bodies, and what evidence was held against it. */
export interface Subject {
  readonly apiRef: ApiRef;
  readonly bodies: Bodies;
  /** Undefined where no evidence was named. */
  readonly comparison?: Comparison | undefined;
}

/** A check of api-refs; see `Rule`. */
export type ApiRefRule<Name extends string = string> = Rule<Subject, Name>;

/** Defines a check of api-refs; its type knows its name. */
export function defineRule<const Name extends string>(rule: ApiRefRule<Name>): ApiRefRule<Name> {
  return rule;
}

/**
 * A check of single operations, each by itself; the findings name it. They are kept with the operation, for with
 * `--watch` most operations are those of the run before.
 */
export function ofOperations(look: (operation: Operation) => Iterable<Draft>): ApiRefRule["check"] {
  const found = remembered((operation: Operation) =>
    [...look(operation)].map((draft) => ({ ...draft, ...inOperation(operation) })),
  );
  return function* ({ apiRef }) {
    for (const { operations } of apiRef.documents)
      for (const operation of operations) yield* found(operation);
  };
}

/** A check of single definitions of parameters, those in tables among them, each by itself. */
export function ofAllDefinitions(look: (definition: Definition) => Iterable<Draft>): ApiRefRule["check"] {
  const ofFiles = ofDefinitions(look);
  const ofTables = ofOperations(function* ({ rows }) {
    for (const row of rows)
      if (row.definition !== undefined && isDefinedInTable(row)) yield* look(row.definition);
  });
  return function* (subject) {
    yield* ofFiles(subject);
    yield* ofTables(subject);
  };
}

/**
 * A check of single definitions of parameters.yaml, each by itself. What is found is kept with the file. What no row looks up
 * nobody sees on the page: of that it is at most an information.
 */
export function ofDefinitions(look: (definition: Definition) => Iterable<Draft>): ApiRefRule["check"] {
  const found = remembered(({ definitions }: ParametersFile) =>
    [...definitions.values()].flatMap((definition) =>
      [...look(definition)].map((draft) => ({ definition, draft })),
    ),
  );
  return function* ({ apiRef }) {
    for (const file of apiRef.parametersFiles.values())
      for (const { definition, draft } of found(file))
        yield usesOfDefinitions(apiRef).has(definition) ? draft : { ...draft, severity: "info" };
  };
}
