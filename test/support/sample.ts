import type { Sample } from "../../src/apiref/model.ts";
import { SourceFile } from "../../src/text/source-file.ts";

/** A whole file as a sample. */
export function sampleOf(text: string, { path = "sample.json", language = "javascript" } = {}): Sample {
  const file = new SourceFile(`/samples/${path}`, text);
  const span = { file, start: 0, end: 0 };
  return {
    block: { kind: "directive", name: "literalinclude", span } as unknown as Sample["block"],
    side: "response",
    sectionTitles: [],
    path,
    pathSpan: span,
    file,
    text,
    pieces: [{ at: 0, offset: 0 }],
    language,
    title: "",
  };
}
