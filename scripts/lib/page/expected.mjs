import { eachOperation, resolveReference } from "./document.mjs";

/**
 * What a page must show of a tree: its operations as the document for programs lists them, and the samples of each.
 *
 * @param {any} merged the document for programs
 * @param {any} apart the document in the page
 */
export function expected(merged, apart) {
  const operations = [...eachOperation(merged)].flatMap(({ operation }) =>
    (operation["x-openstack-operations"] ?? [operation]).map(({ operationId, summary }) => ({
      operationId,
      summary,
    })),
  );
  const samples = new Map();
  for (const { operation } of eachOperation(apart))
    samples.set(operation.operationId, samplesOf(apart, operation));
  return { operations, samples };
}

/** The JSON samples of an operation: its request's and its responses'. */
function samplesOf(document, { requestBody, responses }) {
  const bodies = [
    { where: "request", body: requestBody },
    ...Object.entries(responses).map(([where, body]) => ({ where, body })),
  ];
  return bodies.flatMap(({ where, body }) =>
    Object.entries(resolveReference(document, body)?.content ?? {}).flatMap(([type, { examples = {} }]) =>
      Object.entries(examples).flatMap(([name, use]) => {
        const { value } = resolveReference(document, use);
        return value === undefined || type !== "application/json" ? [] : [{ where, name, value }];
      }),
    ),
  );
}
