import { correctionKinds } from "./correction-kinds.mjs";
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

/** What people corrected by hand, each kind by its share; of all that is drawn so much is to be reported at its line. */
export const corrections = [
  { name: "corrections", kinds: correctionKinds, reported: 0.9, atPlace: 0.9, isByShare: true },
];

/** @param {boolean} areCorrections */
export function groupsOf(areCorrections) {
  return areCorrections ? corrections : groups;
}
