import { remembered } from "../text/remembered.ts";
import type { Operation } from "./model.ts";

/** The source text of the section of an operation, markup and all; empty where it stands in none. */
export const operationText = remembered(({ section }: Operation): string => {
  if (section === undefined) return "";
  const { file, start, end } = section.span;
  return file.text.slice(start, end);
});
