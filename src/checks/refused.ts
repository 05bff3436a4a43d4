import type { ApiRef } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import type { Span } from "../text/span.ts";

/** Tells of a place whether docutils refuses what begins there, so that nothing more need be said of it. */
export function refusedPlaces({ notices }: ApiRef): (place: Pick<Span, "file" | "start">) => boolean {
  const refused = [...noticesFor(notices, "rst-malformed"), ...noticesFor(notices, "directive-misused")];
  const places = new Set(refused.map(({ span }) => keyOf(span)));
  return (place) => places.has(keyOf(place));
}

function keyOf({ file, start }: Pick<Span, "file" | "start">): string {
  return `${start} ${file.path}`;
}
