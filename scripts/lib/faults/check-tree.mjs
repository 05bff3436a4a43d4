// Puts faults into one tree: node check-tree.mjs SOURCE SEED PER-KIND KIND RESULT-FILE SET. KIND is a part of a kind's
// name, or empty; SET is "corrections" or empty.
import { writeFileSync } from "node:fs";
import { randomOf } from "../random.mjs";
import { groupsOf } from "./kinds.mjs";
import { putIn } from "./put-in.mjs";
import { soundTree } from "./tree.mjs";

const [source, seed, perKind, wanted, resultFile, set] = process.argv.slice(2);
const tree = soundTree(source);
const results = groupsOf(set === "corrections").flatMap(({ kinds }) =>
  kinds.filter(({ name }) => name.includes(wanted)).flatMap((kind) => resultsOf(kind)),
);
writeFileSync(resultFile, JSON.stringify(results));

function resultsOf(kind) {
  const random = randomOf(`${seed} ${kind.name} ${source.split("/").at(-3)}`);
  return drawn(kind, random).map((fault) => {
    const place = fault.places.map(({ file, line }) => `${file}:${line}`)[0] ?? fault.file;
    const known = { kind: kind.name, place, note: fault.note };
    try {
      return { ...known, ...putIn(tree, fault) };
    } catch (error) {
      return { ...known, reported: false, atPlace: false, said: [`threw ${error.stack}`] };
    }
  });
}

/** As many different faults as are asked for, fewer where there are no more. */
function drawn(kind, random) {
  const faults = new Map();
  let attempts = 400 + 10 * Number(perKind);
  for (const fault of kind.draw(tree, random)) {
    if (fault !== undefined) faults.set(JSON.stringify([fault.file, fault.changes]), fault);
    if (faults.size >= Number(perKind) || attempts-- === 0) break;
  }
  return [...faults.values()];
}
