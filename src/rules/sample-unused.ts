import { posix } from "node:path";
import type { ApiRef } from "../apiref/model.ts";
import { type Notice, noticesFor } from "../apiref/notice.ts";
import { isSideWord } from "../apiref/sides.ts";
import { meantSamples } from "../checks/exchanged-samples.ts";
import { foreignSamples } from "../checks/foreign-samples.ts";
import { lacksPart } from "../checks/lost-parts.ts";
import { unusedFor } from "../checks/meant-samples.ts";
import { fileName, inOperation } from "../checks/naming.ts";
import { isPlainKind, operationKind } from "../checks/operation-verbs.ts";
import { defineRule } from "../checks/subject.ts";
import { fittingSamples } from "../checks/without-samples.ts";
import type { Draft } from "../findings/finding.ts";
import { singular } from "../text/words.ts";

export const sampleUnused = defineRule({
  name: "sample-unused",
  group: "samples",
  severity: "info",
  fixable: false,
  wholeTree: true,
  summary: "a sample file that no document includes",
  explanation: `A file in a folder of samples that no \`literalinclude\` names is seen by nobody and goes stale. Include it, or delete it.

Where an operation shows the sample of another one, and the unused file has the verb of its title in the place of the other's ("Delete a widget" includes
\`update-widget.json\`, and nothing \`delete-widget.json\`), that one is meant: the finding, a warning, stands at the \`literalinclude\`.

Files of a folder whose names begin alike, before the verb, are one finding. The rule looks into the folders from which documents include samples, at the files with the same ending. Samples outside the
api-ref's own folder mostly belong to a test suite as well; they are one finding for all of them, and so are those of which documents show the sample
of the same name at another microversion.`,
  bad: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - colour: colour
   - size: size

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: javascript
`,
    "parameters.yaml": `
widget:
  description: The widget.
  in: body
  required: true
  type: object
colour:
  description: The widget's colour.
  in: body
  required: true
  type: string
size:
  description: Its size in millimetres.
  in: body
  required: false
  type: integer
`,
    "widget.json": `
{
    "widget": {
        "colour": "green",
        "size": 12
    }
}
`,
    "widget-old.json": `«»{}`,
  },
  good: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - colour: colour
   - size: size

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: javascript
`,
    "parameters.yaml": `
widget:
  description: The widget.
  in: body
  required: true
  type: object
colour:
  description: The widget's colour.
  in: body
  required: true
  type: string
size:
  description: Its size in millimetres.
  in: body
  required: false
  type: integer
`,
    "widget.json": `
{
    "widget": {
        "colour": "green",
        "size": 12
    }
}
`,
  },
  *check(subject) {
    const { apiRef } = subject;
    const meant = meantSamples(apiRef);
    for (const { operation, sample, meant: own } of meant)
      yield {
        message: `\`${operation.title}\` shows \`${fileName(sample.file!)}\`, and no document includes \`${fileName(own)}\`. Show that here instead.`,
        span: sample.pathSpan ?? sample.block.span,
        severity: "warning",
        related: [{ span: { file: own, start: 0, end: 0 }, message: "the sample that nothing includes" }],
        ...inOperation(operation),
      };
    // `sample-undocumented` names those that may be meant where the sample of another operation is shown.
    const named = [...foreignSamples(subject).values()].flatMap(
      ({ operation, sample }) => unusedFor(apiRef, operation, sample) ?? [],
    );
    const told = new Set([...meant.map((one) => one.meant), ...named]);
    // `operation-unsampled` tells of those that operations lack.
    for (const file of fittingSamples(apiRef).values()) told.add(file);
    const unused = noticesFor(apiRef.notices, "sample-unused").filter(({ span }) => !told.has(span.file));
    if (lacksPart(apiRef)) return;
    const isOutside = ({ span }: Notice) => !span.file.path.startsWith(`${apiRef.root}/`);
    const inside = unused.filter((one) => !isOutside(one));
    const shown = shownAtVersions(apiRef);
    const older = new Set(inside.filter(({ span }) => shown.has(withoutVersion(span.file.path))));
    for (const one of inside)
      if (!older.has(one))
        yield {
          message: `No document includes \`${one.detail.path}\`. Include it, or delete it.`,
          span: one.span,
          called: one.detail.path,
          cause: stemOf(one),
        };
    yield* ofOtherVersions([...older]);
    const [first, ...others] = unused.filter(isOutside).toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
    if (first === undefined) return;
    yield {
      message:
        others.length === 0
          ? `No document includes \`${first.detail.path}\`. Include it where it belongs; delete it only if no other program uses it.`
          : "No document includes this sample and others in these folders. Include them where they belong; delete them only if no other program uses them.",
      span: first.span,
      related: others.map(({ span }) => ({ span, message: "nor this one" })),
    };
  },
});

/** The folder of a sample, and what it shows: the words before the verb or the side, two at most. Samples of one thing were left over together. */
function stemOf({ span: { file } }: Notice): string {
  const { dir, name } = posix.parse(file.path);
  const words = name.toLowerCase().split(/[-_.]/);
  const end = words.findIndex((word) => isSideWord(word) || isPlainKind(operationKind(word)));
  const telling = words.slice(0, Math.min(end < 1 ? words.length : end, 2));
  return `${dir}/${telling.map(singular).join("-")}`;
}

/** Samples of which documents show those of other microversions: tests may read them all. */
function* ofOtherVersions(older: readonly Notice<"sample-unused">[]): Iterable<Draft> {
  const [first, ...others] = older.toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  if (first === undefined) return;
  const many = others.length > 0;
  yield {
    message: many
      ? `No document includes \`${versionedPath(first)}\` and others, for they show the samples of these names at other microversions. Delete them only if no other program uses them.`
      : `No document includes \`${versionedPath(first)}\`, for they show the sample of this name at another microversion. Delete it only if no other program uses it.`,
    span: first.span,
    related: others.map(({ span }) => ({ span, message: "nor this one" })),
  };
}

/** The samples that operations show, without the folders of microversions. */
function shownAtVersions({ documents }: ApiRef): ReadonlySet<string> {
  return new Set(
    documents.flatMap(({ operations }) =>
      operations.flatMap(({ samples }) =>
        samples.flatMap(({ file, path }) =>
          file === undefined || path === undefined ? [] : [withoutVersion(file.path)],
        ),
      ),
    ),
  );
}

/** `samples/v2.3/lamp.json` → `samples/lamp.json` */
function withoutVersion(path: string): string {
  return path.replace(/\/v\d+\.\d+(?=\/)/g, "");
}

/** The name of a sample with the folder of its microversion: `v2.3/lamp.json`. */
function versionedPath({ span, detail }: Notice<"sample-unused">): string {
  return /\/(v\d+\.\d+\/.+)$/.exec(span.file.path)?.[1] ?? detail.path;
}

function pathOf({ span }: Notice): string {
  return span.file.path;
}
