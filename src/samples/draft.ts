import type { ParameterRow } from "../apiref/model.ts";
import { isJsonObject, type Json, pointerSteps } from "../data/json-value.ts";
import type { BodyNode } from "../schema/body.ts";
import type { Mismatch, Stranger } from "./check.ts";

/** A property that no row names, before its place in the text is looked up. */
export type StrangerDraft = Omit<Stranger, "span"> & { readonly pointer: string };

/** A mismatch before its place in the text is looked up. */
export interface Draft {
  readonly kind: Mismatch["kind"];
  readonly pointer: string;
  readonly at: "key" | "value" | "start" | "end";
  readonly node: BodyNode;
  readonly property: string;
  readonly message: string;
  /** See `Mismatch`. */
  readonly ifConfirmed?: string;
  readonly name: string;
  readonly strangers?: readonly StrangerDraft[];
  readonly beside?: ParameterRow | undefined;
  readonly keyword?: string;
  readonly shown?: string;
  /** The documented property that a stranger may stand for. */
  readonly meant?: string;
  /** The row of that property, where no sample of the body has its name. */
  readonly meantRow?: ParameterRow | undefined;
  /** The row of the object of which no row names any property. */
  readonly inside?: ParameterRow | undefined;
  /** See `Mismatch`. */
  readonly quotedNull?: true;
  /** How much the object that lacks a property is like one that has it, from 0 to 1. */
  readonly likeness?: number;
}

/** The value that a JSON pointer names. */
export function valueAt(body: Json, pointer: string): Json | undefined {
  let value: Json | undefined = body;
  for (const step of pointerSteps(pointer)) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isJsonObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}
