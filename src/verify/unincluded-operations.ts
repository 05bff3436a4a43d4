import type { ApiRef } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import type { Span } from "../text/span.ts";
import { isOfOtherVersion, likeness, type MountedPath, mountedPath } from "./paths.ts";

/** A part that nothing includes. */
export interface UnincludedPart {
  /** Its file's name without the folder. */
  readonly name: string;
  readonly span: Span;
}

/** The part that documents an operation and that no document includes, so that no page has it. */
export function unincludedOperations(
  apiRef: ApiRef,
): (method: string, path: string) => UnincludedPart | undefined {
  const all = [...noticesFor(apiRef.notices, "part-not-included")].flatMap(({ detail, span }) =>
    detail.operations.flatMap((written) => {
      const [method = "", path = ""] = written.split(/\s+/);
      return [
        { method: method.toUpperCase(), mounted: mountedPath(path), part: { name: detail.path, span } },
      ];
    }),
  );
  return (method, path) => {
    const asked = mountedPath(path);
    return all.find((one) => one.method === method && fits(asked, one.mounted))?.part;
  };
}

function fits(asked: MountedPath, written: MountedPath): boolean {
  if (isOfOtherVersion(asked, written)) return false;
  return written.ways.some((way) =>
    asked.ways.some((own) => way.length > 0 && likeness(own, way) !== undefined),
  );
}
