import {
  BaseResolver,
  createConfig,
  lintDocument,
  type NormalizedProblem,
  ResolveError,
  Source,
} from "@redocly/openapi-core";
import type { RuleSettings } from "../findings/severity.ts";
import { redoclyConfig } from "./config.ts";

/** A problem as Redocly reports it, as plain data that crosses threads. */
export interface RedoclyProblem {
  /** Redocly's name of the rule: `operation-summary`. */
  readonly rule: string;
  readonly severity: "error" | "warning";
  /** One line. */
  readonly message: string;
  /** JSON pointer into the document: `/paths/~1v2~1shares/get`. */
  readonly pointer: string;
}

/** Gives the problems of a document, which comes as JSON text. */
export type FindProblems = (documentText: string) => Promise<RedoclyProblem[]>;

/** Prepares Redocly once for any number of documents. */
export async function prepareRedocly(settings: RuleSettings): Promise<FindProblems> {
  const config = await createConfig(redoclyConfig(settings));
  return async (documentText) => {
    const document = { source: new Source("openapi.json", ""), parsed: JSON.parse(documentText) };
    const externalRefResolver = new NothingOutside(config.resolve);
    const problems = await lintDocument({ document, config, externalRefResolver });
    return problems.map(plainProblem);
  };
}

/** The generated document stands alone: a reference out of it is never read, neither from disk nor from the network. */
class NothingOutside extends BaseResolver {
  override async loadExternalRef(reference: string): Promise<Source> {
    throw new ResolveError(new Error(`\`${reference}\` is outside the document`));
  }
}

function plainProblem(problem: NormalizedProblem): RedoclyProblem {
  const suggestion = problem.suggest.length === 0 ? "" : ` Did you mean \`${problem.suggest[0]}\`?`;
  return {
    rule: problem.ruleId,
    severity: problem.severity === "error" ? "error" : "warning",
    message: `${problem.message}${suggestion}`.replace(/\s+/g, " ").trim(),
    pointer: plainPointer(problem.location[0]?.pointer ?? ""),
  };
}

/** `#/paths/~1v2/get` → `/paths/~1v2/get`; Redocly's `#/` is the whole document. */
function plainPointer(pointer: string): string {
  return pointer === "#/" ? "" : pointer.replace(/^#/, "");
}
