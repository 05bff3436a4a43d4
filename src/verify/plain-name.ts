/** A name as it is whatever marks stand between its words, with what tenants are called today. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[-_]/g, "")
    .replace(/tenant/, "project");
}
