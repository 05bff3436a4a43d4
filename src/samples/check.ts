import type { ParameterRow, Sample } from "../apiref/model.ts";
import type { BodyNode } from "../schema/body.ts";
import type { Span } from "../text/span.ts";
import type { ContentError } from "./read.ts";

/** The outcome of reading one sample and validating it against the schema of its body. */
export interface SampleCheck {
  readonly sample: Sample;
  readonly outcome: "valid" | "invalid" | "not-json" | "not-validated";
  /** Where it is no JSON, or names a property twice in one object. */
  readonly faults: readonly ContentError[];
  readonly mismatches: readonly Mismatch[];
}

/** One disagreement between a sample and the tables. */
export interface Mismatch {
  readonly kind: "type" | "required" | "enum" | "format" | "undocumented";
  /** Where in the sample's file. */
  readonly span: Span;
  /** The property's path as people write it: `share_replica.status`. */
  readonly property: string;
  /** What stands there, what was expected, what to do. */
  readonly message: string;
  /** The row and definition that say otherwise. */
  readonly row?: ParameterRow;
  /** The message where other samples confirm the definition, so that it is not to be changed; of values of another type. */
  readonly ifConfirmed?: string;
  /** The keyword of JSON Schema that the value breaks: `type`, `enum`, `format`, `maxLength`. */
  readonly keyword?: string;
  /** The value as messages have it. */
  readonly shown?: string;
  /** What no row names; of undocumented properties. */
  readonly strangers?: readonly Stranger[];
  /** The row beside which theirs would stand. */
  readonly beside?: ParameterRow;
  /** The documented name that is probably meant. */
  readonly meant?: string;
  /** The row of the name that is meant, where no sample of the body has that name. */
  readonly meantRow?: ParameterRow;
  /** The row of the object or list that holds the names, where no row names anything in it. */
  readonly inside?: ParameterRow;
  /** The value is `"null"` or `"None"`: null, printed as a text. It says nothing of the definition. */
  readonly quotedNull?: true;
  /** No sample of this body shows where the property belongs. */
  readonly guessed?: true;
}

/** A property that no row names, and where its row would stand. */
export interface Stranger {
  /** As people write it: `widget.weight`. */
  readonly path: string;
  /** Its name in the sample's file. */
  readonly span: Span;
  /** What the samples of the body show of it. */
  readonly node: BodyNode;
  /** The documented property of the same object that is next to it in the sample, those before it first. */
  readonly neighbour?: BodyNode;
  /** Whether that comes before it. */
  readonly isBehind: boolean;
  /** The documented property that holds it, if that has a row of its own. */
  readonly container?: BodyNode;
}
