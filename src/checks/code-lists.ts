import type { ApiRef } from "../apiref/model.ts";
import { remembered } from "../text/remembered.ts";

/** What begins a list of codes of each kind as a reference has them: a line of prose where no operation has the directive. */
export const codeLists = remembered(
  ({ documents }: ApiRef): Readonly<Record<"success" | "error", string>> => {
    const kinds = new Set(
      documents.flatMap(({ operations }) =>
        operations.flatMap(({ statuses }) => statuses.map(({ origin }) => origin.kind)),
      ),
    );
    return kinds.size > 0 && !kinds.has("directive")
      ? { success: "`Normal response codes:`", error: "`Error response codes:`" }
      : { success: "`.. rest_status_code:: success`", error: "`.. rest_status_code:: error`" };
  },
);
