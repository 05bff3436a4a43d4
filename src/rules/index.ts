import type { ApiRefRule } from "./subject.ts";
import { unknownParameter } from "./unknown-parameter.ts";

/** Every rule, in the order of the tables that list them; the only such list. */
export const rules: readonly ApiRefRule[] = [unknownParameter];
