import type { Document } from "../apiref/model.ts";
import type { Section } from "../rst/tree.ts";
import { type Habits, styleName } from "./habits.ts";

/** Characters that people underline titles with, in the order in which they are tried. */
const CHARACTERS = ["=", "-", "~", "^", '"', "+", "#", "'", "*", "`"];

/**
 * The title style that means a depth in each of the documents. docutils gives a style its depth where it first comes
 * up, so a document that has no title of that depth takes any style that it has for no other.
 *
 * @param places where the title is to stand: a part that several documents include stands in all of them
 * @returns undefined where one style cannot suit all of them
 */
export function titleStyleAt(
  places: readonly { readonly document: Document; readonly depth: number }[],
  habits: Habits,
): Section["style"] | undefined {
  const wanted = places.map(({ document, depth }) => habits.titleStyles(document).get(depth));
  const settled = wanted.find((style) => style !== undefined);
  const suits = (style: Section["style"]): boolean =>
    places.every(({ document, depth }) => {
      const styles = habits.titleStyles(document);
      const own = styles.get(depth);
      if (own !== undefined) return styleName(own) === styleName(style);
      return ![...styles.values()].some((other) => styleName(other) === styleName(style));
    });
  if (settled !== undefined) return suits(settled) ? settled : undefined;
  const others = places.flatMap(({ depth }) => habits.styleAtDepth(depth) ?? []);
  // `===` below a title would look like the `===` round the title of the page, though it means another depth.
  const characters = new Set(
    places.flatMap(({ document }) =>
      [...habits.titleStyles(document).values()].map(({ character }) => character),
    ),
  );
  const plain = CHARACTERS.map((character) => ({ character, overline: false }));
  const unlike = plain.filter(({ character }) => !characters.has(character));
  return [...others, ...unlike, ...plain].find(suits);
}
