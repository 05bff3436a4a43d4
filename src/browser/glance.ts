import { isJsonObject, type Json } from "../data/json-value.ts";
import { codeSpan } from "../rst/markdown-escape.ts";

/**
 * Method and path of an operation as Markdown: what a reader of a reference looks for first, also where the panel beside it is
 * far below, as on a narrow screen.
 *
 * @param path with the fragment that tells operations of one path apart, perhaps
 */
export function requestLine(method: string, path: string): string {
  return codeSpan(`${method.toUpperCase()} ${path.split("#", 1)[0]}`);
}

/** The codes of an operation's responses as Markdown, those of success and of errors apart; empty where there are none. */
export function responsesLine(responses: Json | undefined): string {
  const codes = Object.keys(isJsonObject(responses) ? responses : {});
  const errors = codes.filter((code) => /^[45]/.test(code));
  const others = codes.filter((code) => !errors.includes(code));
  return [
    others.length === 0 ? "" : `Responses: ${others.map(codeSpan).join(", ")}`,
    errors.length === 0 ? "" : `Errors: ${errors.map(codeSpan).join(", ")}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}
