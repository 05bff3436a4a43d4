import type { Definition } from "../apiref/parameters-file.ts";
import type { Draft } from "../findings/finding.ts";
import { enumeration } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";
import { atSample, relatedPlaces } from "./at-sample.ts";
import { type Charge, identityOf } from "./blame.ts";
import { causeIn } from "./cause.ts";

/**
 * What objects of samples lack, one finding for each object; objects that lack the same definitions are one mistake, as where a
 * property was added to a table and not to the samples.
 */
export function* lackingOf(charges: readonly Charge[]): Iterable<Draft> {
  const byObject = groupedBy(charges, ({ sample, mismatch: { span, property } }) => {
    const object = property.slice(0, property.lastIndexOf(".") + 1);
    return `${span.file.path} ${identityOf(sample)} ${object}`;
  });
  for (const all of byObject.values()) {
    // What rests on a guess is no error, but may stand beside one.
    const lacking = [...all].sort((a, b) => Number(isGuessed(a)) - Number(isGuessed(b)));
    const draft = { ...atSample(lacking[0]!), ...causeOf(lacking) };
    const names = [...new Set(lacking.map(({ mismatch }) => `\`${mismatch.property}\``))];
    if (names.length === 1) yield draft;
    else
      yield {
        ...draft,
        message: `${enumeration(names)} are missing; their definitions say that they are required. Add them to the sample, or make them optional.`,
        related: lacking.flatMap(({ mismatch }, index) => [
          ...(index === 0
            ? []
            : [{ span: mismatch.span, message: `\`${mismatch.property}\` is missing here` }]),
          ...relatedPlaces(mismatch),
        ]),
      };
  }
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
