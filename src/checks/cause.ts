import type { SourceFile } from "../text/source-file.ts";

/** What findings of a rule have in common that are one mistake in several places of a file; see `Finding.cause`. */
export function causeIn({ path }: SourceFile, ...parts: readonly (string | undefined)[]): { cause: string } {
  return { cause: JSON.stringify([path, ...parts]) };
}
