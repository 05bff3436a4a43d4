import type { VersionHistory } from "../apiref/version-history.ts";
import { compareVersions } from "../apiref/versions.ts";
import { fileName } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";
import { toldVersions } from "../checks/versions-told.ts";
import type { Draft } from "../findings/finding.ts";

export const microversionUndocumented = defineRule({
  name: "microversion-undocumented",
  group: "operations",
  severity: "info",
  fixable: false,
  wholeTree: true,
  summary: "a version of the repository's history file that nothing in the api-ref names",
  explanation: `Services tell beside their code what each microversion brought, in a \`rest_api_version_history.rst\`. A version that
the api-ref names nowhere has probably changed a request or a response that is still documented as it was. Name the version
where the change shows: \`min_version\` of an operation, a definition or a section's title, \`max_version\` of what is gone,
or a sentence. The history itself, also on a page of the api-ref, does not count, nor does its first version.

The file is looked for in the packages of the repository, below their \`api\`, and below \`doc/source\`; the key \`history\` of the
configuration names another one. Where the api-ref names fewer than half of the versions, it is reported once. For a version that needs
no documentation, an entry of \`allow\` or a comment above its heading says why.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Since version 1.1, widgets can be filtered by colour.
`,
    "widgets_version_history.rst": `
History of the widget API
=========================

1.0
---

Widgets can be listed.

1.1 (Maximum in Alder)
----------------------

The query parameter \`\`colour\`\`.

«1.2»
---

Widgets have a size.
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Since version 1.1, widgets can be filtered by colour; since version 1.2 they have a size.
`,
    "widgets_version_history.rst": `
History of the widget API
=========================

1.0
---

Widgets can be listed.

1.1 (Maximum in Alder)
----------------------

The query parameter \`\`colour\`\`.

1.2
---

Widgets have a size.
`,
  },
  *check({ apiRef }) {
    if (apiRef.histories.length === 0) return;
    const isTold = toldVersions(apiRef);
    const judged = apiRef.histories.map((history) => judge(history, isTold));
    // A repository of two services has two histories; this api-ref is of the one whose versions it names.
    const own = judged.reduce((most, one) => (one.told > most.told ? one : most));
    if (own.told > 0 || judged.length === 1) yield* findings(own);
  },
});

/** A history as far as the api-ref tells it; its first version is where everything begins. */
interface Judged {
  readonly history: VersionHistory;
  readonly told: number;
  readonly missing: VersionHistory["versions"];
}

function judge(history: VersionHistory, isTold: (version: string) => boolean): Judged {
  const { versions } = history;
  const first = versions.reduce((a, b) => (compareVersions(b.version, a.version) < 0 ? b : a));
  const missing = versions.filter((one) => one !== first && !isTold(one.version));
  return { history, told: versions.length - 1 - missing.length, missing };
}

/** More places are not listed. */
const MOST_RELATED = 10;

function* findings({ history: { file }, told, missing }: Judged): Generator<Draft> {
  const [first, ...others] = missing;
  if (first === undefined) return;
  if (others.length > 0 && missing.length > told) {
    const names = told === 0 ? "none" : `${told}`;
    yield {
      message: `The api-ref names ${names} of the ${missing.length + told} versions that ${fileName(file)} tells of. Name each where its change shows, with \`min_version\` or in a sentence.`,
      span: first.span,
      related: others.slice(0, MOST_RELATED).map(({ span }) => ({ span, message: "not named either" })),
    };
    return;
  }
  for (const { version, span } of missing)
    yield {
      message: `Nothing in the api-ref names version \`${version}\`. Name it where its change shows, with \`min_version\` or in a sentence.`,
      span,
    };
}
