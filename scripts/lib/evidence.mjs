import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { harOf } from "./traffic.mjs";
import { shared } from "./trees.mjs";

/** The documents made from the code of services, by the name of their tree. */
const DOCUMENTS = { nova: "compute", octavia: "load-balancer", glance: "image" };

/**
 * What is at hand of a service: a document made from its code, its recorded traffic as a HAR log.
 *
 * @param {string} tree @returns {{ code?: object, traffic?: object }}
 */
export function evidenceOf(tree) {
  const document = join(shared, "reference", `${DOCUMENTS[tree]}.json`);
  const recorded = join(shared, "fixtures", `${tree}.json`);
  return {
    ...(existsSync(document) ? { code: json(document) } : {}),
    ...(existsSync(recorded) ? { traffic: harOf(tree, json(recorded)) } : {}),
  };
}

function json(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
