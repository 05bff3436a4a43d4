import type { Finding } from "../findings/finding.ts";
import { collide, type Edit, isSameEdit } from "../text/edit.ts";

/** What of a run's findings can be mended at once. */
export interface Selection {
  /** The edits of the chosen findings by the real path of their file; none collides with another. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** The findings that these edits mend. */
  readonly fixed: readonly Finding[];
  /** Findings whose edits collide with those of another: for the next pass, when the text is another. */
  readonly deferred: readonly Finding[];
}

/**
 * Chooses the findings whose edits can be made together, in the order given. The edits of a finding are made all
 * or none. The same edit wanted by several findings, as of a part that several documents include, is made once.
 *
 * @param realPath the one path of a file that several links may lead to
 */
export function selectFixes(
  findings: Iterable<Finding>,
  realPath: (path: string) => string = (path) => path,
): Selection {
  const chosen = new Map<string, ChosenEdits>();
  const fixed: Finding[] = [];
  const deferred: Finding[] = [];
  const editsOf = ({ span }: Edit): ChosenEdits => {
    const path = realPath(span.file.path);
    const known = chosen.get(path) ?? new ChosenEdits();
    chosen.set(path, known);
    return known;
  };
  for (const finding of findings) {
    const { edits } = finding;
    if (edits === undefined || edits.length === 0) continue;
    if (edits.some((edit) => editsOf(edit).refuse(edit))) deferred.push(finding);
    else {
      for (const edit of edits) editsOf(edit).add(edit);
      fixed.push(finding);
    }
  }
  const edits = new Map([...chosen].map(([path, { sorted }]) => [path, sorted]));
  for (const [path, ofFile] of edits) if (ofFile.length === 0) edits.delete(path);
  return { edits, fixed, deferred };
}

/** Edits of one file that do not collide, in the order of the text. */
class ChosenEdits {
  readonly sorted: Edit[] = [];

  /** Whether an edit collides with a chosen one that is another. */
  refuse(edit: Edit): boolean {
    // Chosen edits do not overlap, so only those that touch the span's neighbourhood can be in the way.
    for (let index = this.#firstEndingAt(edit.span.start); index < this.sorted.length; index++) {
      const other = this.sorted[index]!;
      if (other.span.start > edit.span.end) break;
      if (collide(edit, other) && !isSameEdit(edit, other)) return true;
    }
    return false;
  }

  add(edit: Edit): void {
    let index = this.#firstEndingAt(edit.span.start);
    for (; index < this.sorted.length; index++) {
      const { span } = this.sorted[index]!;
      if (isSameEdit(edit, this.sorted[index]!)) return;
      if (span.start > edit.span.start || (span.start === edit.span.start && span.end > edit.span.end)) break;
    }
    this.sorted.splice(index, 0, edit);
  }

  /** The index of the first edit that ends at an offset or behind it. */
  #firstEndingAt(offset: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle]!.span.end < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
