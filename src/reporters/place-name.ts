import { visible } from "../text/visible.ts";

/** A place as it may begin a line, `widgets.inc:12:6`. GitHub takes a line that begins with `::` for a command. */
export function placeName({
  file,
  line,
  column,
}: {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}): string {
  return visible(`${/^\s*::/.test(file) ? "./" : ""}${file}:${line}:${column}`);
}
