/** A dotted name without its last step: `lamp` of `lamp.shade`; empty for a single step. */
export function pathAbove(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf(".")));
}

/** The last step of a dotted name: `shade` of `lamp.shade`. */
export function leafOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
