/** The last step of a dotted name: `shade` of `lamp.shade`. */
export function leafOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
