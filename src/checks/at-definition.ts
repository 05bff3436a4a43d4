import type { Definition } from "../apiref/parameters-file.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import type { Draft } from "../findings/finding.ts";
import type { Mismatch } from "../samples/check.ts";
import { describedType } from "../schema/described-type.ts";
import type { JsonType } from "../schema/types.ts";
import type { Edit } from "../text/edit.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import { type Charge, countSamples, fieldOf, operationsOf } from "./blame.ts";
import { stemOf } from "./key-stems.ts";
import { fileName, inOnly } from "./naming.ts";
import { shownOf } from "./shown-of.ts";
import { typeEdit } from "./type-correction.ts";

/** A definition that samples are right against. */
export interface Accusation {
  readonly definition: Definition;
  readonly charges: readonly Charge[];
  /** Whether all samples contradict the definition, two or more; else its description does, or what the one shows. */
  readonly byAll: boolean;
  /** The type to write. */
  readonly meant: JsonType | undefined;
  /** What writes it, where nothing else goes with the old one. */
  readonly edit: Edit | undefined;
}

/** Accusations of one mistake, and the definitions that repeat it and that no sample shows. */
export interface TwinAccusations {
  readonly accusations: readonly Accusation[];
  readonly unshown: readonly Definition[];
}

/**
 * Accusations, those of twins together: `colour`, `colour_response` and `colour_1` that begin alike were copied, with the mistake.
 * What is required differs between requests and responses, so of that each definition says its own.
 */
export function withTwins(bodies: Bodies, accusations: readonly Accusation[]): readonly TwinAccusations[] {
  const groups = groupedBy(accusations, (one) => {
    const { kind, keyword } = one.charges[0]!.mismatch;
    const name = one.definition.keySpan;
    return kind === "required"
      ? `${name.start} ${name.file.path}`
      : `${keyword} ${one.meant} ${twinKey(one.definition)}`;
  });
  const twins = new Map([...groups.values()].map((group) => [group, unchargedTwins(group)]));
  const shown = shownOf(bodies, new Set([...twins.values()].flat()));
  return [...groups.values()].map((group) => ({
    accusations: group,
    unshown: twins.get(group)!.filter((twin) => shown.get(twin)?.some((value) => value !== null) !== true),
  }));
}

function unchargedTwins([first, ...others]: readonly Accusation[]): readonly Definition[] {
  const { definition, charges } = first!;
  const { kind, row } = charges[0]!.mismatch;
  if (kind !== "type" || row?.file === undefined) return [];
  const accused = new Set([definition, ...others.map((one) => one.definition)]);
  return (byTwinKey(row.file).get(twinKey(definition)) ?? []).filter((twin) => !accused.has(twin));
}

const byTwinKey = remembered(({ definitions }: { readonly definitions: ReadonlyMap<string, Definition> }) =>
  groupedBy(definitions.values(), twinKey),
);

/** What twins have in common: the key but for its kind, the type, and how their descriptions begin. */
function twinKey(definition: Definition): string {
  const { keySpan, in: place, type = "", description } = definition;
  const [sentence] = description.trim().replace(/\s+/g, " ").split(". ");
  return JSON.stringify([keySpan.file.path, place, type.trim(), stemOf(definition), sentence]);
}

/** The finding at the definition; at the first of twins, which names the others. */
export function atDefinition({ accusations, unshown }: TwinAccusations): Draft {
  const [first, ...twins] = accusations as [Accusation, ...Accusation[]];
  const { definition, meant } = first;
  const charges = accusations.flatMap((one) => one.charges);
  const [{ mismatch }] = charges as [Charge];
  const operations = operationsOf(charges);
  const others = [...twins.map((one) => one.definition), ...unshown];
  // Rows that are defined in their tables have their names for keys.
  const keys = [...new Set(others.map(({ key }) => key))].filter((key) => key !== definition.key);
  const ofTwins =
    keys.length > 0
      ? ` The same for ${enumeratedNames(keys, MOST_TWINS)}.`
      : others.length > 0
        ? ` The same at ${others.length} more place${others.length === 1 ? "" : "s"}.`
        : "";
  const files = charges.map((charge) => charge.mismatch.row?.file);
  const edits = [
    ...accusations.map(({ edit }) => edit),
    ...(first.edit === undefined || meant === undefined
      ? []
      : unshown.map((twin) => typeEdit(twin, meant, files))),
  ].filter((edit) => edit !== undefined);
  return {
    message: `${messageOf(first)}${ofTwins}`,
    span: fieldOf(definition, mismatch.keyword!).span,
    ...(charges.every((charge) => charge.mismatch.guessed === true) ? { severity: "warning" } : {}),
    related: [
      ...others.map((twin) => ({ span: fieldOf(twin, mismatch.keyword!).span, message: "here, too" })),
      ...charges.map((charge) => ({
        span: charge.mismatch.span,
        message: charge.mismatch.kind === "required" ? "lacks it" : `shows ${charge.mismatch.shown}`,
      })),
    ],
    ...inOnly(operations),
    ...(edits.length === 0 ? {} : { edits }),
  };
}

/** More twins are counted. */
const MOST_TWINS = 4;

function messageOf({ definition, charges, byAll, meant }: Accusation): string {
  const [{ mismatch, sample }] = charges as [Charge];
  const samples = countSamples(charges);
  const operations = operationsOf(charges).size;
  const where = operations === 1 ? "" : ` of ${operations} operations`;
  const name = sample.file === undefined ? "" : ` in ${fileName(sample.file)}`;
  const described = describedType(definition.description);
  if (mismatch.kind === "required")
    return `\`${definition.key}\` is \`required\`, but none of the ${samples} samples${where} that show its object has it. Say \`required: false\`, or add it to the samples.`;
  const defined = `\`${definition.key}\` is defined with ${saidBy(definition, mismatch)}, but`;
  if (byAll)
    return `${defined} ${samples === 2 ? "both" : `all ${samples}`} samples${where} that show it contradict that, such as ${mismatch.shown}${name}. ${meant === undefined ? "Correct the definition." : `Write \`type: ${meant}\`.`}`;
  if (described === undefined || (meant !== undefined && meant !== described))
    return `${defined} the one sample that shows it has ${mismatch.shown}${name}. Write \`type: ${meant}\`.`;
  const witnesses = samples === 1 ? "the sample shows" : `${samples} samples show values such as`;
  const one = /^[aeiou]/.test(described) ? `an ${described}` : `a ${described}`;
  return `${defined} its text describes ${one}, and ${witnesses} ${mismatch.shown}${name}. Write \`type: ${described}\`.`;
}

/** `` `type: string` ``; of a list of values, which may be long, the name alone. */
function saidBy({ fields }: Definition, { keyword, kind }: Mismatch): string {
  const field = fields.get(keyword!) ?? fields.get("type");
  if (field === undefined) return `\`${keyword}\``;
  return kind === "enum" || field.text === "" ? `\`${field.name}\`` : `\`${field.name}: ${field.text}\``;
}
