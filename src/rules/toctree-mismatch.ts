import { directivesIn } from "../apiref/documents.ts";
import { joinPath, parentOf } from "../apiref/sources.ts";
import { defineRule } from "../checks/subject.ts";
import { sphinxPattern } from "../text/glob.ts";
import { suggestions } from "../text/similar.ts";
import { span } from "../text/span.ts";

export const toctreeMismatch = defineRule({
  name: "toctree-mismatch",
  group: "reading",
  severity: "warning",
  fixable: false,
  wholeTree: true,
  summary: "an entry of a toctree that names no document, or a document that no toctree names",
  explanation: `A \`toctree\` names the documents that Sphinx puts below its own, without \`.rst\`, relative to the document. What no toctree names
is in no menu, and readers do not find it. A document that is meant to stand alone says so with \`:orphan:\` in its first line.`,
  bad: {
    "index.rst": `
Widgets
=======

.. toctree::

   «v1/idnex»
`,
    "v1/index.rst": `
«Widgets v1»
==========
`,
  },
  good: {
    "index.rst": `
Widgets
=======

.. toctree::

   v1/index
`,
    "v1/index.rst": `
Widgets v1
==========
`,
  },
  *check({ apiRef }) {
    const names = apiRef.documents.map(({ name }) => name);
    const known = new Set(names);
    const named = new Set(["index"]);
    const seen = new Set<string>();
    const suggest = suggestions();
    for (const document of apiRef.documents)
      for (const directive of directivesIn(document.blocks)) {
        // What documents include belongs to them all.
        if (directive.name === "include") named.add(included(directive.argument[0]?.text ?? ""));
        if (directive.name !== "toctree") continue;
        const isGlob = directive.options.some(({ name }) => name === "glob");
        for (const line of directive.content) {
          const text = line.text.trim();
          const entry = (/<([^<>]+)>$/.exec(text)?.[1] ?? text).replace(/\.rst$/, "");
          if (text === "" || /^(?:https?|ftp):\/\/|^self$|^(?:gen|mod|py-mod)index$|^search$/.test(entry))
            continue;
          const folder = entry.startsWith("/") ? "/" : parentOf(`/${document.name}`);
          const path = joinPath(folder, entry.replace(/^\/+/, "")).slice(1);
          const isPattern = isGlob && /[*?[]/.test(path);
          const matches = isPattern ? sphinxPattern(path) : (name: string) => name === path;
          const found = names.filter((name) => name !== document.name && matches(name));
          for (const name of found) named.add(name);
          const place = `${line.file.path} ${line.offset}`;
          if (found.length > 0 || seen.has(place) || known.has(path)) continue;
          seen.add(place);
          const start = line.offset + line.text.indexOf(text);
          yield {
            message: isPattern
              ? `No document matches \`${entry}\`. Correct the pattern, or remove it.`
              : `No document \`${entry}\`.${suggest(path, names) || " Correct its name, or remove it."}`,
            span: span(line.file, start, start + text.length),
          };
        }
      }
    for (const { name, title, file, blocks } of apiRef.documents) {
      const [first] = blocks;
      const isOrphan = first?.kind === "field-list" && first.fields.some((field) => field.name === "orphan");
      if (named.has(name) || named.has(`${name}.rst`) || isOrphan) continue;
      yield {
        message: `No toctree names \`${name}\`, so that no menu leads to it. Name it in one, or write \`:orphan:\` at its top.`,
        span: title?.span.file === file ? title.span : span(file, 0, 0),
      };
    }
  },
});

function included(argument: string): string {
  return argument.trim().replace(/^(?:\.{0,2}\/)+/, "");
}
