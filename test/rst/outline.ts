import { docutilsWords } from "../../src/checks/markup-faults.ts";
import type { ParsedDocument } from "../../src/rst/parse.ts";
import type { Block, Line, TextRun } from "../../src/rst/tree.ts";

/** Blocks as indented lines, one for each block, so that a tree can be compared at a glance. */
export function treeText(blocks: readonly Block[], indent = ""): string {
  return blocks.map((block) => blockText(block, indent)).join("");
}

/** The problems of a document as `line:column what`. */
export function problemTexts({ problems }: ParsedDocument): string[] {
  return problems.map(({ fault, span }) => {
    const { line, column } = span.file.positionAt(span.start);
    return `${line}:${column} ${docutilsWords(fault)}`;
  });
}

function linesText(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join("/");
}

function runText({ lines }: TextRun): string {
  return linesText(lines);
}

function blockText(block: Block, indent: string): string {
  const inner = `${indent}  `;
  const entry = (words: string, children: readonly Block[] = []) =>
    `${indent}${words.trimEnd()}\n${treeText(children, inner)}`;
  const item = (words: string, children: readonly Block[]) =>
    `${inner}${words.trimEnd()}\n${treeText(children, `${inner}  `)}`;
  switch (block.kind) {
    case "section":
      return entry(`section ${block.depth} ${runText(block.title)}`, block.children);
    case "paragraph":
      return entry(runText(block.text));
    case "bullet-list":
      return entry("bullets") + block.items.map(({ children }) => item("-", children)).join("");
    case "enumerated-list":
      return (
        entry(`numbers from ${block.start}`) + block.items.map(({ children }) => item("#", children)).join("")
      );
    case "definition-list":
      return (
        entry("definitions") + block.items.map(({ term, children }) => item(runText(term), children)).join("")
      );
    case "field-list":
      return entry("fields") + block.fields.map(({ name, children }) => item(`:${name}:`, children)).join("");
    case "block-quote":
      return entry("quote", block.children);
    case "literal-block":
      return entry(`literal [${linesText(block.lines)}]`);
    case "line-block":
      return entry(`lines [${block.lines.map(runText).join("|")}]`);
    case "table": {
      const row = (name: string) => (cells: (typeof block.rows)[number]) =>
        `${inner}${name}: ${cells
          .map(({ children, columns, rows }) => {
            const span = columns === 1 && rows === 1 ? "" : `${columns}x${rows} `;
            return `(${span}${treeText(children).trim().replaceAll("\n", "; ")})`;
          })
          .join(" ")}\n`;
      return entry("table") + block.header.map(row("head")).join("") + block.rows.map(row("row")).join("");
    }
    case "directive": {
      const options = block.options.map(({ name, value }) => ` :${name}:${value}`).join("");
      const content = block.children.length > 0 ? "" : ` {${linesText(block.content)}}`;
      return entry(`${block.written}(${linesText(block.argument)})${options}${content}`, block.children);
    }
    case "comment":
      return entry(`comment [${linesText(block.lines)}]`);
    case "target":
      return entry(`target ${block.name} ${block.uri ?? block.alias ?? ""}`);
    case "substitution-definition":
      return entry(`|${block.name}|`, [block.directive]);
    case "footnote":
      return entry(`[${block.label}]`, block.children);
    case "transition":
      return entry("transition");
    case "problem":
      return entry(`problem [${linesText(block.lines)}]`);
  }
}
