import type { ApiRef, ParameterRow } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Draft } from "../findings/finding.ts";
import { enumeration } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";
import { spanKey } from "../text/span.ts";
import { atSample, relatedPlaces } from "./at-sample.ts";
import { type Charge, identityOf } from "./blame.ts";
import { causeIn } from "./cause.ts";
import { usesOfDefinitions } from "./shown-rows.ts";

/**
 * What objects of samples lack, one finding for each object; objects that lack the same definitions are one mistake, as where a
 * property was added to a table and not to the samples.
 */
export function* lackingOf(apiRef: ApiRef, charges: readonly Charge[]): Iterable<Draft> {
  const isShared = sharedBeyond(apiRef, charges);
  const byObject = groupedBy(charges, ({ sample, mismatch: { span, property } }) => {
    const object = property.slice(0, property.lastIndexOf(".") + 1);
    return `${span.file.path} ${identityOf(sample)} ${object}`;
  });
  for (const all of byObject.values()) {
    // What rests on a guess is no error, but may stand beside one.
    const lacking = [...all].sort((a, b) => Number(isGuessed(a)) - Number(isGuessed(b)));
    const draft = { ...atSample(lacking[0]!), ...causeOf(lacking) };
    const names = [...new Set(lacking.map(({ mismatch }) => `\`${mismatch.property}\``))];
    const shared = [
      ...new Set(
        lacking.flatMap(({ mismatch: { row } }) =>
          row !== undefined && isShared(row) ? `\`${row.key}\`` : [],
        ),
      ),
    ];
    // Tables of responses are copied from one another, those of requests say what may be sent.
    const takeOut = all[0]!.sample.side === "response";
    if (names.length === 1 && shared.length === 0) yield draft;
    else if (names.length === 1)
      yield {
        ...draft,
        message: `${names[0]} is missing; its definition says that it is required. Add it to the sample, ${takeOut ? "take its row out, " : ""}or look up a second, optional definition: other rows share ${shared[0]}.`,
      };
    else
      yield {
        ...draft,
        message: `${enumeration(names)} are missing; their definitions say that they are required. ${adviceOf(names, shared, takeOut)}`,
        related: lacking.flatMap(({ mismatch }, index) => [
          ...(index === 0
            ? []
            : [{ span: mismatch.span, message: `\`${mismatch.property}\` is missing here` }]),
          ...relatedPlaces(mismatch),
        ]),
      };
  }
}

/** What to do about several properties that a sample lacks. @param shared the definitions that other rows share, in backquotes */
function adviceOf(names: readonly string[], shared: readonly string[], takeOut: boolean): string {
  if (shared.length === 0) return "Add them to the sample, or make them optional.";
  const rows = takeOut ? "take their rows out, " : "";
  return shared.length < names.length
    ? `Add them to the sample, ${rows}or make them optional, by second definitions where other rows share them (${enumeration(shared)}).`
    : `Add them to the sample, ${rows}or look up second, optional definitions: other rows share ${enumeration(shared)}.`;
}

/**
 * Tells of a row whether its definition speaks for rows of other tables, too, of which no sample lacks the property: who makes that definition
 * optional says so of them as well.
 */
function sharedBeyond(apiRef: ApiRef, charges: readonly Charge[]): (row: ParameterRow) => boolean {
  const charged = new Set(
    charges.flatMap(({ mismatch, operations }) =>
      [mismatch, ...operations.values()].flatMap(({ row }) => (row === undefined ? [] : spanKey(row.span))),
    ),
  );
  const uses = usesOfDefinitions(apiRef);
  return (row) =>
    row.definition !== undefined &&
    !isDefinedInTable(row) &&
    (uses.get(row.definition) ?? []).some((use) => !charged.has(spanKey(use.row.span)));
}

function isGuessed({ mismatch }: Charge): boolean {
  return mismatch.guessed === true;
}

/** What objects have in common that lack the same definitions. */
function causeOf(lacking: readonly Charge[]): Pick<Draft, "cause"> {
  const definitions = lacking.map(({ mismatch }) => mismatch.row?.definition);
  if (!definitions.every((definition): definition is Definition => definition !== undefined)) return {};
  const keys = [...new Set(definitions.map(({ key }) => key))].sort();
  return causeIn(definitions[0]!.keySpan.file, ...keys);
}
