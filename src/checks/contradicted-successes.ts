import type { Operation, Side } from "../apiref/model.ts";
import type { Draft } from "../findings/finding.ts";
import { documentedBody } from "./documented-body.ts";
import { operationKind } from "./operation-verbs.ts";

/**
 * What the success codes of an operation say that the operation itself contradicts (RFC 9110, sections 15.3.2 to 15.3.6): 201
 * where nothing is created, 202 for what is read, and a code without a body beside one that is documented.
 */
export function* contradictedSuccesses(operation: Operation): Iterable<Draft> {
  const method = operation.method.toUpperCase();
  const successes = operation.statuses.filter(({ kind }) => kind === "success");
  const created = successes.find(({ code }) => code === "201");
  if (created !== undefined && createsNothing(operation))
    yield {
      message: `\`201\` says that something was created, but a ${method} creates nothing. Write the code that the service answers, such as ${usualSuccess(method)}.`,
      span: created.codeSpan,
    };
  const [first] = successes;
  if (first === undefined) return;
  const { code, codeSpan: span } = first;
  const isOnly = successes.every((other) => other.code === code);
  const kind = operationKind(operation.title);
  if (isOnly && code === "201" && kind === "update" && /^(?:PUT|PATCH)$/.test(method))
    yield {
      message: `\`201\` says that something was created, but \`${operation.title}\` changes what is there. Write the code that the service answers, such as \`200\`.`,
      span,
    };
  const body = documentedBody(operation, { row: isOfResponse, sample: isOfResponse });
  if (body === undefined) return;
  if (isOnly && code === "202" && kind === "read" && method === "GET")
    yield {
      message: `\`202\` says that the work is still to be done, but the answer to \`${operation.title}\` has what was asked for. Write the code that the service answers, such as \`200\`.`,
      span,
    };
  if (successes.every((other) => other.code === "204" || other.code === "205"))
    yield {
      message: `\`${code}\` says that the response has no body, but ${body.said}. Write the code that the service answers, such as \`200\`, or take ${body.them} out.`,
      span,
      related: [{ span: body.span, message: "documented here" }],
    };
}

/** What is wrong with a success among the error codes: its list, or also that the method answers no such code. */
export function misplacedSuccess(operation: Operation, code: string): string {
  const said = `\`${code}\` is a success, but stands among the error codes`;
  if (code !== "201" || !createsNothing(operation)) return `${said}. Move it to the success codes.`;
  const method = operation.method.toUpperCase();
  const hasOthers = operation.statuses.some(({ kind }) => kind === "success");
  return `${said}, and a ${method} creates nothing. ${
    hasOthers
      ? "Remove it."
      : `Put the code that the service answers, such as ${usualSuccess(method)}, among the success codes instead.`
  }`;
}

function createsNothing({ method }: Operation): boolean {
  return /^(?:GET|HEAD|DELETE)$/i.test(method);
}

function usualSuccess(method: string): string {
  return method === "DELETE" ? "`204`" : "`200`";
}

function isOfResponse({ side }: { readonly side?: Side | undefined }): boolean {
  return side === "response";
}
