import type { Problem } from "./consumers.mjs";

export function officialSchema(): (document: unknown) => Problem[];
