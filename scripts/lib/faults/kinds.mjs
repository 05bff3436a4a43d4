import { definitionKinds } from "./definition-kinds.mjs";
import { fileKinds } from "./file-kinds.mjs";
import { jsonSlipKinds } from "./json-slip-kinds.mjs";
import { operationKinds } from "./operation-kinds.mjs";
import { rowKinds } from "./row-kinds.mjs";
import { sampleKinds } from "./sample-kinds.mjs";
import { slipKinds } from "./slip-kinds.mjs";
import { statusKinds } from "./status-kinds.mjs";

/**
 * The faults by what they are measured against.
 *
 * @type {readonly { name: string, kinds: readonly import("./fault.mjs").Kind[], reported: number, atPlace: number }[]}
 *   the bars are shares
 */
export const groups = [
  { name: "samples", kinds: sampleKinds, reported: 0.97, atPlace: 0.97 },
  {
    name: "documents and definitions",
    kinds: [...operationKinds, ...rowKinds, ...definitionKinds, ...statusKinds, ...fileKinds],
    reported: 0.97,
    atPlace: 0.95,
  },
  { name: "slips", kinds: [...slipKinds, ...jsonSlipKinds], reported: 0.97, atPlace: 0.97 },
];
