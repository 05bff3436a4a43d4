import { plainText } from "../rst/markdown.ts";
import type { Block, Directive, Section } from "../rst/tree.ts";
import { isPartTitle } from "./part-titles.ts";
import { isRestMethod, readRestMethod } from "./rest-method.ts";
import { readUrl } from "./url.ts";
import { unwrap } from "./wrappers.ts";

/**
 * Whether a section below an operation shows, by a `rest_method`, only the request of which the example is: a part of the operation
 * ("Response Example") that repeats its URL. To os-api-ref that is one more operation, to the reader it is none.
 *
 * @param methods what the operation's own section says by `rest_method`
 */
export function picturesRequest(section: Section, methods: readonly Directive[]): boolean {
  if (methods.length === 0) return false;
  const pictured = unwrap(section.children).filter(isRestMethod);
  if (pictured.length === 0) return false;
  const title = plainText(section.title).trim();
  return (
    isPartTitle(title) &&
    (/example|sample/i.test(title) || pictured.every((one) => methods.some((own) => repeats(one, own))))
  );
}

function repeats(pictured: Directive, own: Directive): boolean {
  const [shown, said] = [readRestMethod(pictured), readRestMethod(own)];
  const isSame = pathOf(shown) === pathOf(said);
  return isSame && (shown.method === "" || shown.method.toUpperCase() === said.method.toUpperCase());
}

function pathOf({ url, urlSpan }: ReturnType<typeof readRestMethod>): string {
  return readUrl(url, urlSpan).path;
}

/** The `rest_method`s that only show requests, in the parts of an operation. */
export function* picturedRequests(
  blocks: readonly Block[],
  methods: readonly Directive[],
): Iterable<Directive> {
  for (const block of unwrap(blocks)) {
    if (block.kind !== "section") continue;
    if (picturesRequest(block, methods)) yield* unwrap(block.children).filter(isRestMethod);
    yield* picturedRequests(block.children, methods);
  }
}
