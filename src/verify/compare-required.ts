import type { BodyNode } from "../schema/body.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { spanKey } from "../text/span.ts";
import { type BodyComparison, type Place, pathText, witnesses } from "./comparison.ts";
import { variantOf } from "./definition-uses.ts";
import { fieldSpan, objectKin, placeKey } from "./facts-of-row.ts";
import { nodeAt } from "./version-rows.ts";

interface Difference {
  readonly says: string;
  /** The same of several properties of one object. */
  readonly saysOfAll?: (names: string) => string;
  readonly advice: string;
  /** Whether the evidence merely asks for less. */
  readonly isLoose?: boolean;
}

/** Holds which properties are required against what the tables say. */
export function compareRequired(place: Place, comparison: BodyComparison): void {
  const { seen, node, path } = place;
  const { body, facts, kind, versions, uses, shownBy } = comparison;
  for (const [name, property] of node.properties) {
    const found = seen.properties.get(name);
    // where a row stands is a guess
    const isGuess = property.origin === "flat" || property.origin === "neighbour";
    if (property.rows.length === 0 || (isGuess && found === undefined)) continue;
    const held = nodeAt(property, versions);
    const row = held.rows[0];
    if (row?.definition === undefined || held.rows.some(({ definition }) => definition === undefined))
      continue;
    const isRequired = held.rows.every(({ definition }) => definition!.required);
    const isOptional = held.rows.every(({ definition }) => !definition!.required);
    const { definition } = row;
    const isShared = uses.ofBothSides(definition);
    const full = pathText([...path, name]);
    const key = placeKey(row, "required");
    if (kind === "traffic" && found !== undefined && found.count > 0) facts.know(key);
    if (kind === "traffic" && isRequired && found !== undefined && found.count >= seen.objects)
      facts.agree(key, body.operation);
    // what lacks in one exchange says nothing of what lacks in another
    const ofOne = kind === "traffic" ? name : "";
    const { holder, ...kin } = objectKin(
      body,
      [...path, name],
      `required ${isRequired} ${isShared} ${ofOne}`,
    );
    const variant = variantOf(row, (other) => other.required !== isRequired);
    const tell = (differs: boolean, { says, saysOfAll, advice, isLoose = false }: Difference) => {
      if (!differs) facts.agree(key, body.operation);
      else if (kind === "traffic" && property.shown.size === 0)
        for (const one of shownBy(definition).keys()) facts.agree(key, one);
      facts.vote(
        `required ${says} ${spanKey(body.operation.titleSpan)} ${body.side} ${full}`,
        differs
          ? {
              rule: "verify-required",
              key: placeKey(row, String(isRequired)),
              span: isShared ? row.span : fieldSpan(row, "required"),
              says,
              advice: isShared
                ? `Requests and responses share the definition: give the ${body.side} one of its own with \`required: ${!isRequired}\`.`
                : advice,
              ...(isLoose ? { severity: "info" as const } : {}),
              ...(variant === undefined ? {} : { defined: variant }),
              shared: { key, row: row.span },
              ...(kind === "traffic" ? { knownBy: key } : {}),
              kin: {
                ...kin,
                saysOfAll: (names) =>
                  (names.length > 1 && saysOfAll?.(enumeratedNames(names, names.length))) || says,
                adviceForAll: isShared
                  ? `Requests and responses share the definitions: give the ${body.side} others with \`required: ${!isRequired}\`.`
                  : advice,
                here: `\`${kin.name}\`, too`,
              },
              operation: body.operation,
              related: isShared
                ? [{ span: definition.keySpan, message: "defined here" }]
                : [{ span: row.span, message: "looked up here" }],
              place: found?.place ?? seen.place,
              ...witnesses(seen, kind),
            }
          : undefined,
      );
    };
    if (kind === "document") {
      if (body.side !== "request") continue;
      if (isOptional && found !== undefined)
        tell(seen.required.has(name), {
          says: `The schema of the request requires \`${full}\`, and its definition says that it is optional.`,
          saysOfAll: (names) =>
            `The schema of the request requires ${names}${holder}, and their definitions say that they are optional.`,
          advice: "Write `required: true`.",
        });
      // an object whose schema requires nothing is loose
      if (isRequired && found !== undefined && seen.required.size > 0)
        tell(!seen.required.has(name), {
          says: `The schema of the request does not require \`${full}\`, and its definition says that it is required.`,
          saysOfAll: (names) =>
            `The schema of the request does not require ${names}${holder}, and their definitions say that they are required.`,
          advice: "Write `required: false`, unless the code refuses what lacks it.",
          isLoose: true,
        });
    } else if (isRequired && isWhole(place, comparison)) {
      // what stands in for a service leaves out what it likes
      const isShown = property.shown.size > 0 || shownBy(definition).size > 0;
      if (isShown && !seen.isServed) continue;
      tell((found?.count ?? 0) < seen.objects, {
        says: `\`${full}\` is absent in the ${body.side}, and its definition says that it is required.`,
        advice: "Write `required: false`, and say when it is there.",
      });
    }
  }
}

/** Whether the objects that were seen have nearly all that is required: what shows a part only proves nothing. */
function isWhole({ seen, node }: Place, { versions }: BodyComparison): boolean {
  const required = [...node.properties.values()].filter((property) => isAsked(property, versions));
  const absent = required.filter(({ name }) => (seen.properties.get(name)?.count ?? 0) < seen.objects);
  return absent.length === 1 && required.length > 2;
}

function isAsked(property: BodyNode, versions: BodyComparison["versions"]): boolean {
  const { rows } = nodeAt(property, versions);
  return rows.length > 0 && rows.every(({ definition }) => definition?.required === true);
}
