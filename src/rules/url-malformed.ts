import type { Operation } from "../apiref/model.ts";
import { causeIn } from "../checks/cause.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import { enumeration } from "../text/enumeration.ts";

export const urlMalformed = defineRule({
  name: "url-malformed",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "a URL with something in it that is not part of a path or its variables",
  explanation: `The URL of a \`rest_method\` begins with a slash, and its variables stand in braces: \`/v1/widgets/{widget_id}\`. Anything else
(\`<id>\`, a missing slash, backticks, blanks, invisible characters that came along with a copied text) is mended for the
specification, but stays wrong on the page, and os-api-ref does not find the variables.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET «widgets»
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
    const { mended } = operation.target;
    if (operation.url === "" || mended.length === 0) return;
    yield {
      message: `The URL \`${visible(operation.url)}\` has ${enumeration(mended)}. Write \`${mendedUrl(operation)}\`.`,
      span: operation.urlSpan,
      ...causeIn(operation.urlSpan.file, ...mended),
    };
  }),
});

/** The URL with its invisible characters as their numbers. */
function visible(url: string): string {
  return url.replace(
    /[\p{Cf}\p{Cc}]/gu,
    (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`,
  );
}

function mendedUrl({ target: { path, query } }: Operation): string {
  const pairs = query.map(({ name, value }) => (value === "" ? name : `${name}=${value}`));
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}
