/** The npm package `restructured` 0.0.11 has no types; this is what `inline.ts` uses of it. */
declare module "restructured" {
  const restructured: { readonly default: { parse(text: string): restructured.RstNode } };
  namespace restructured {
    interface RstNode {
      readonly type: string;
      /** Of a `text` node. */
      readonly value?: string;
      readonly children?: readonly RstNode[];
      /** Of an `interpreted_text` node; null for the default role. */
      readonly role?: string | null;
    }
  }
  export = restructured;
}
