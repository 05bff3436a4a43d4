import type { ParameterRow, Side } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Draft, RelatedPlace } from "../findings/finding.ts";
import { enumeration } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";
import { leafOf, pathAbove } from "../text/leaf.ts";
import { atSample, relatedPlaces } from "./at-sample.ts";
import { type Charge, identityOf } from "./blame.ts";
import { causeIn } from "./cause.ts";
import { optionalTwin } from "./optional-twins.ts";
import { shows } from "./other-body.ts";
import type { IsShared } from "./shared-rows.ts";

/**
 * What objects of samples lack, one finding for each object; objects that lack the same definitions are one mistake, as where a
 * property was added to a table and not to the samples.
 */
export function* lackingOf(charges: readonly Charge[], isShared: IsShared): Iterable<Draft> {
  const byObject = groupedBy(charges, ({ sample, mismatch: { span, property } }) => {
    return `${span.file.path} ${identityOf(sample)} ${pathAbove(property)}`;
  });
  for (const all of byObject.values()) {
    // What rests on a guess is no error, but may stand beside one.
    const lacking = [...all].sort((a, b) => Number(isGuessed(a)) - Number(isGuessed(b)));
    const draft = { ...atSample(lacking[0]!), ...causeOf(lacking) };
    const names = [...new Set(lacking.map(({ mismatch }) => `\`${mismatch.property}\``))];
    const twin = names.length === 1 ? shownTwin(lacking[0]!) : undefined;
    if (twin !== undefined) {
      yield {
        ...draft,
        message: `${names[0]} is missing; its definition says that it is required. Add it to the sample, or take its row out: that of \`${twin.name}\`, which the sample has, looks up the same definition.`,
        related: [...(draft.related ?? []), { span: twin.nameSpan, message: "the same definition" }],
        ...causeOf(lacking, [twin.name, lacking[0]!.mismatch.row!.name]),
      };
      continue;
    }
    const shared = [
      ...new Set(
        lacking.flatMap(({ mismatch: { row } }) =>
          row !== undefined && isShared(row) ? `\`${row.key}\`` : [],
        ),
      ),
    ];
    if (names.length === 1 && shared.length === 0) yield draft;
    else if (names.length === 1)
      yield {
        ...draft,
        message: `${names[0]} is missing; its definition says that it is required. ${adviceOfOne(lacking[0]!, shared[0]!)}`,
        related: [...(draft.related ?? []), ...placeOfTwin(lacking[0]!)],
      };
    else
      yield {
        ...draft,
        message: `${enumeration(names)} are missing; their definitions say that they are required. ${adviceOf(names, shared, lacking[0]!.sample.side)}`,
        related: lacking.flatMap(({ mismatch }, index) => [
          ...(index === 0
            ? []
            : [{ span: mismatch.span, message: `\`${mismatch.property}\` is missing here` }]),
          ...relatedPlaces(mismatch),
        ]),
      };
  }
}

/** A row of the same table for what a sample has by another name: one of the two may be one too many. */
function shownTwin({ mismatch: { row }, sample, operations }: Charge): ParameterRow | undefined {
  const [operation] = operations.keys();
  if (row?.definition === undefined || operation === undefined) return undefined;
  return operation.rows.find(
    ({ definition, table, name }) =>
      definition === row.definition &&
      table === row.table &&
      leafOf(name) !== leafOf(row.name) &&
      pathAbove(name) === pathAbove(row.name) &&
      shows(sample, leafOf(name)),
  );
}

/** What to do about one property that a sample lacks. @param shared the definition that other rows share, in backquotes */
function adviceOfOne({ mismatch: { row }, sample: { side } }: Charge, shared: string): string {
  const twin = optionalTwin(row!);
  const wanted = twin === undefined ? "an optional definition" : `\`${twin.key}\``;
  const because = twin === undefined ? `: other rows share ${shared}` : "";
  return `Add it to the sample, ${TAKES_OUT[side] ? "take its row out, " : ""}or look up ${wanted} if the ${side} may lack it${because}.`;
}

/** Where the definition stands that may be looked up instead. */
function placeOfTwin({ mismatch: { row } }: Charge): readonly RelatedPlace[] {
  const twin = optionalTwin(row!);
  return twin === undefined ? [] : [{ span: twin.keySpan, message: "this is optional" }];
}

/** What to do about several properties that a sample lacks. @param shared the definitions that other rows share, in backquotes */
function adviceOf(names: readonly string[], shared: readonly string[], side: Side): string {
  if (shared.length === 0) return "Add them to the sample, or make them optional.";
  const optional =
    shared.length < names.length
      ? `make them optional if the ${side} may lack them, by definitions of their own where other rows share them (${enumeration(shared)})`
      : `look up optional definitions if the ${side} may lack them: other rows share ${enumeration(shared)}`;
  return `Add them to the sample, ${TAKES_OUT[side] ? "take their rows out, " : ""}or ${optional}.`;
}

/** Tables of responses are copied from one another, those of requests say what may be sent. */
const TAKES_OUT: Readonly<Record<Side, boolean>> = { request: false, response: true };

function isGuessed({ mismatch }: Charge): boolean {
  return mismatch.guessed === true;
}

/** What objects have in common that lack the same definitions. */
function causeOf(lacking: readonly Charge[], twins: readonly string[] = []): Pick<Draft, "cause"> {
  const definitions = lacking.map(({ mismatch }) => mismatch.row?.definition);
  if (!definitions.every((definition): definition is Definition => definition !== undefined)) return {};
  const keys = [...new Set(definitions.map(({ key }) => key))].sort();
  return causeIn(definitions[0]!.keySpan.file, ...keys, ...twins.map(leafOf).sort());
}
