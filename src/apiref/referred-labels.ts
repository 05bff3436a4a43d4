import { remembered } from "../text/remembered.ts";
import type { Definition } from "./parameters-file.ts";

/** The labels to which the description of a definition refers (``:ref:`lamp-shades` ``), in small letters, each once. */
export const referredLabels = remembered(({ description }: Definition): readonly string[] => {
  if (!description.includes(":ref:")) return [];
  const found = description.matchAll(/:ref:`(?:[^`<]*<)?([^`<>]+)>?`/g);
  return [...new Set([...found].map(([, label]) => label!.trim().toLowerCase()))];
});
