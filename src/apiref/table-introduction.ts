import type { Block } from "../rst/tree.ts";
import { isDirective } from "./documents.ts";
import type { ParameterRow } from "./model.ts";

/**
 * The text right above a table, as it is written: that of a paragraph, of a rubric, or of a term that stands for one. Pages
 * say there of what the table speaks: `**lamp.shade**`, "Each item of ``bulbs`` has:".
 */
export function introductionOf(above: Block | undefined): Pick<ParameterRow, "introduction"> {
  if (above === undefined) return {};
  const lines =
    above.kind === "paragraph" ? above.text.lines : isDirective(above, "rubric") ? above.argument : [];
  const text = lines
    .map((line) => line.text.trim())
    .join(" ")
    .trim();
  return text === "" ? {} : { introduction: text };
}

/** Collects the labels that stand right above what is read next. */
export class Anchors {
  #above: string[] = [];

  /** Takes note of a block that has been passed; only comments may stand between a label and what it is for. */
  pass(block: Block): void {
    if (block.kind === "target") {
      if (block.uri === undefined && block.alias === undefined) this.#above.push(block.name);
    } else if (block.kind !== "comment") this.#above = [];
  }

  /** The labels above the next block. */
  take(): readonly string[] {
    const taken = this.#above;
    this.#above = [];
    return taken;
  }
}
