/**
 * Which of several documented operations something is of that the others lack: a sentence, or a list below one.
 *
 * @param titles at least one
 */
export function onlyFor(titles: readonly string[]): string {
  const [title, ...others] = titles;
  return others.length === 0
    ? `Only for: ${title}`
    : `Only for:\n\n${titles.map((one) => `- ${one}`).join("\n")}`;
}
