import { mayNotBeNull } from "./document-kinds.mjs";
import { atField, inTable, lineOf } from "./expected.mjs";

const NEW = "zz_quux";

/** Faults of recorded traffic; see `documentKinds`. */
export const trafficKinds = [
  kind("property added", sites(), (log, site) => {
    edit(log, site, (object) => {
      object[NEW] = "word";
    });
    return added(site);
  }),
  kind("property renamed", sites(), (log, site) => {
    edit(log, site, (object) => {
      object[NEW] = object[site.name];
      delete object[site.name];
    });
    return added(site);
  }),
  kind(
    "required property removed",
    sites(
      ({ side, node, isAlone, isWhole, isElsewhere }) =>
        side === "response" &&
        isAlone &&
        isWhole &&
        isElsewhere &&
        node.rows.every(({ definition }) => definition.required),
    ),
    (log, site) => {
      edit(log, site, (object) => {
        delete object[site.name];
      });
      return { rule: "verify-required", says: site.name, lines: atField(site, "required") };
    },
  ),
  kind(
    "property retyped",
    sites(({ side, node, seen }) => side === "response" && isTyped(node, seen)),
    (log, site) => {
      edit(log, site, (object) => {
        object[site.name] = site.node.type.types.includes("boolean") ? "word" : true;
      });
      return { rule: "verify-type", says: site.name, lines: atField(site, "type") };
    },
  ),
  kind("null", sites(mayNotBeNull), (log, site) => {
    edit(log, site, (object) => {
      object[site.name] = null;
    });
    return { rule: "verify-null", says: site.name, lines: atField(site, "type") };
  }),
  kind(
    "value",
    sites(({ choices, node }) => choices !== undefined && node.type.types[0] === "string"),
    (log, site) => {
      edit(log, site, (object) => {
        object[site.name] = NEW;
      });
      return { rule: "verify-enum", says: NEW, lines: atField(site, "enum", "description") };
    },
  ),
  kind(
    "code",
    operations(({ operation }) => operation.statuses.length > 0),
    (log, { observation, operation }) => {
      entryOf(log, observation).response.status = 418;
      return {
        rule: "verify-status-undocumented",
        says: "418",
        lines: new Set(operation.statuses.map(({ codeSpan }) => lineOf(codeSpan))),
      };
    },
  ),
  kind("operation", operations(), (log, { observation }) => {
    const entry = entryOf(log, observation);
    entry.request.url += `/${NEW}/${NEW}`;
    entry.request.method = "GET";
    entry.response.status = 200;
    return { rule: "verify-operation-undocumented", says: NEW, lines: undefined };
  }),
  kind("query parameter", operations(), (log, { observation, operation }) => {
    entryOf(log, observation).request.url += `?${NEW}=1`;
    return { rule: "verify-parameter-undocumented", says: NEW, lines: inTable(operation, "request") };
  }),
  kind("header", operations(), (log, { observation, operation }) => {
    entryOf(log, observation).response.headers.push({ name: "X-Zz-Quux", value: "1" });
    return {
      rule: "verify-parameter-undocumented",
      says: "X-Zz-Quux",
      lines: inTable(operation, "response"),
    };
  }),
  kind(
    "action",
    operations(({ observation, all }) => observation.action !== undefined && all.length === 1),
    (log, { observation }) => {
      entryOf(log, observation).request.postData.text = JSON.stringify({ [NEW]: {} });
      return { rule: "verify-operation-undocumented", says: NEW, lines: undefined };
    },
  ),
];

function kind(name, candidates, put) {
  return { name, candidates, put };
}

function added({ operation, side, node }) {
  return {
    rule: "verify-property-undocumented",
    says: NEW,
    lines: inTable(operation, side, node.rows[0].table),
  };
}

function sites(isFit = () => true) {
  return ({ sites: all }) => {
    const seen = new Map();
    for (const { operation, observation } of all)
      seen.set(operation, (seen.get(operation) ?? new Set()).add(observation));
    const isOfOther = (a, b) =>
      a.operation !== b.operation && a.node.rows[0].definition === b.node.rows[0].definition;
    return all
      .map((site) => ({
        ...site,
        isAlone: seen.get(site.operation).size === 1,
        isElsewhere: all.some((other) => isOfOther(other, site)),
      }))
      .filter(isFit);
  };
}

function operations(isFit = () => true) {
  return ({ operations: all }) => all.filter(isFit);
}

function isTyped({ type, rows }, seen) {
  const types = type?.types ?? [];
  return (
    types.length > 0 &&
    rows.length > 0 &&
    [...seen.types.keys()].every((one) => one !== "null" && types.includes(one))
  );
}

function entryOf(log, { place }) {
  return log.log.entries[Number(place.pointer.split("/")[3])];
}

/** Changes the objects at a place of a body. */
function edit(log, { observation, side, path }, change) {
  const entry = entryOf(log, observation);
  const content = side === "request" ? entry.request.postData : entry.response.content;
  const body = JSON.parse(content.text);
  let objects = [body];
  for (const step of path)
    objects = objects.flatMap((value) =>
      step === "[]" ? (Array.isArray(value) ? value : []) : [value?.[step]],
    );
  for (const object of objects)
    if (typeof object === "object" && object !== null && !Array.isArray(object)) change(object);
  content.text = JSON.stringify(body);
}
