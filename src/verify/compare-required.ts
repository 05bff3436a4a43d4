import type { BodyNode } from "../schema/body.ts";
import { fieldSpan, placeKey } from "./compare-value.ts";
import { type BodyComparison, type Place, pathText } from "./comparison.ts";
import { nodeAt } from "./version-rows.ts";

/** Holds which properties are required against what the tables say. */
export function compareRequired(place: Place, comparison: BodyComparison): void {
  const { seen, node, path } = place;
  const { body, facts, kind, versions } = comparison;
  for (const [name, property] of node.properties) {
    const found = seen.properties.get(name);
    if (property.rows.length === 0 || (property.origin === "flat" && found === undefined)) continue;
    const held = nodeAt(property, versions);
    const row = held.rows[0];
    if (row?.definition === undefined || held.rows.some(({ definition }) => definition === undefined))
      continue;
    const isRequired = held.rows.every(({ definition }) => definition!.required);
    const isOptional = held.rows.every(({ definition }) => !definition!.required);
    const full = pathText([...path, name]);
    const key = placeKey(row, "required");
    if (kind === "traffic" && found !== undefined && found.count > 0) facts.know(key);
    const tell = (differs: boolean, says: string, advice: string) => {
      if (!differs) facts.agree(key, body.operation);
      facts.vote(
        `required ${says} ${body.operation.titleSpan.file.path} ${body.operation.titleSpan.start} ${body.side} ${full}`,
        differs
          ? {
              rule: "verify-required",
              key: `${row.definition!.keySpan.file.path} ${row.definition!.keySpan.start} ${isRequired}`,
              span: fieldSpan(row, "required"),
              says,
              advice,
              shared: { key, row: row.span },
              ...(kind === "traffic" ? { knownBy: key } : {}),
              operation: body.operation,
              related: [{ span: row.span, message: "looked up here" }],
              place: found?.place ?? seen.place,
              exchanges: kind === "traffic" ? seen.objects : 0,
            }
          : undefined,
      );
    };
    if (kind === "document") {
      if (body.side !== "request") continue;
      if (isOptional && found !== undefined)
        tell(
          seen.required.has(name),
          `The schema of the request requires \`${full}\`, and its definition says that it is optional.`,
          "Write `required: true`.",
        );
      // an object whose schema requires nothing is loose
      if (isRequired && found !== undefined && seen.required.size > 0)
        tell(
          !seen.required.has(name),
          `The schema of the request does not require \`${full}\`, and its definition says that it is required.`,
          "Write `required: false`.",
        );
    } else if (isRequired && isWhole(place, comparison)) {
      tell(
        (found?.count ?? 0) < seen.objects,
        `\`${full}\` is absent in the ${body.side}, and its definition says that it is required.`,
        "Write `required: false`, and say when it is there.",
      );
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
