import type { Operation } from "../apiref/model.ts";
import { operationText } from "../apiref/operation-text.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import { enumeration } from "../text/enumeration.ts";
import { didYouMean } from "../text/similar.ts";

/** The methods of HTTP (RFC 9110, 9.1; RFC 5789) and of WebDAV (RFC 4918, 9; RFC 5323), most used first. */
const METHODS: ReadonlySet<string> = new Set(
  "GET POST PUT DELETE PATCH HEAD OPTIONS TRACE CONNECT COPY MOVE LOCK UNLOCK MKCOL PROPFIND PROPPATCH SEARCH".split(
    " ",
  ),
);

export const methodUnknown = defineRule({
  name: "method-unknown",
  group: "operations",
  severity: "error",
  fixable: false,
  summary: "a verb that is not an HTTP method; with the nearest one",
  explanation: `\`rest_method\` reads \`.. rest_method:: GET /v1/widgets\`. The verb must be a method of HTTP, in capital letters: methods
are case-sensitive (RFC 9110, 9.1), and a client that sends another one gets an error.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: «GTE» /widgets
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets
`,
  },
  check: ofOperations(function* (operation) {
    const { method, methodSpan, url } = operation;
    if (METHODS.has(method) || (method === "" && url === "")) return;
    const isLowerCase = METHODS.has(method.toUpperCase());
    const named = method === "" || isLowerCase ? [] : methodsNamed(operation);
    yield {
      message:
        method === ""
          ? `\`${url}\` has no HTTP method. Write one in front of it.`
          : isLowerCase
            ? `\`${method}\` is not in capital letters, as HTTP methods are. Write \`${method.toUpperCase()}\`.`
            : `\`${method}\` is not an HTTP method.${remedyFor(method, named)}`,
      span: methodSpan,
      // Everybody sees what is meant.
      ...(isLowerCase || named.length > 0 ? { severity: "warning" } : {}),
    };
  }),
});

/** The methods that the prose of an operation lists, two or more: one section stands for all of them. */
function methodsNamed(operation: Operation): string[] {
  const named = [...METHODS].filter((method) => new RegExp(`\\b${method}\\b`).test(operationText(operation)));
  return named.length > 1 ? named : [];
}

function remedyFor(method: string, named: readonly string[]): string {
  return named.length > 0
    ? ` Document one operation for each that the text names: ${enumeration(named.map((name) => `\`${name}\``))}.`
    : didYouMean(method, METHODS) || " Write the one that clients send.";
}
