import type { Operation } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { pathShape } from "../apiref/targets.ts";
import { plainText } from "../rst/markdown.ts";
import { remembered } from "../text/remembered.ts";
import { singularWords } from "../text/words.ts";

/** Words of titles that name no resource. */
const NOT_TELLING: ReadonlySet<string> = new Set(
  (
    "the and for from with all its that this are which into not one new existing given specific " +
    "list show get retrieve view create add delete remove update modify change set manage detail information api"
  ).split(" "),
);

/** The words of a name or a text, in the singular; short ones name nothing. */
export function nounsOf(text: string): string[] {
  return singularWords(text.toLowerCase()).filter((word) => word.length > 2);
}

/** The path of the collection: `/lamps` of `/lamps/{lamp_id}` and of `/lamps/detail`. */
export function collectionOf({ target }: Pick<Operation, "target">): string {
  return pathShape(target.path).replace(/(?:\/\{\}|\/detail)+$/, "");
}

/** What the last step of the collection's path says: `lamp`, `quota` of `/lamp-quotas/{id}`. */
export const collectionNouns = remembered((operation: Operation) =>
  nounsOf(collectionOf(operation).split("/").at(-1)!),
);

/** The words of the steps that a variable follows: `lamp` and `shade` of `/lamp-shades/{shade_id}/switch`. */
export const resourceSteps = remembered(({ target }: Operation): readonly (readonly string[])[] =>
  [...pathShape(target.path).matchAll(/([^/]+)\/\{\}/g)]
    .map(([, step]) => nounsOf(step!))
    .filter((nouns) => nouns.length > 0),
);

/** The same words one by one. */
export const resourcesOf = (operation: Operation): readonly string[] => resourceSteps(operation).flat();

/** Whether the key or the description of a definition says a noun of the resource: one of the title, the URL or the page. */
export function speaksOfResource(definition: Definition, operation: Operation): boolean {
  const nouns = resourceNouns(operation);
  const said = saidNouns(definition);
  return [...nouns].some((noun) => said.has(noun));
}

/** The nouns of the title, the URL and the page of an operation. */
export const resourceNouns = remembered((operation: Operation): ReadonlySet<string> => {
  const { title, enclosing } = operation;
  const page = enclosing === undefined ? "" : plainText(enclosing.title);
  const nouns = nounsOf(`${title} ${page} ${pathShape(operation.target.path)}`);
  return new Set(nouns.filter((noun) => !NOT_TELLING.has(noun)));
});

/** The nouns of the key and the description of a definition. */
export const saidNouns = remembered(
  ({ key, description }: Definition): ReadonlySet<string> => new Set(nounsOf(`${key} ${description}`)),
);
