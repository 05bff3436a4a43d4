/** What an element is made with; texts are texts, whatever they hold. */
interface Made {
  readonly class?: string;
  readonly text?: string;
  readonly title?: string;
  readonly onClick?: () => void;
}

/** Makes an element with what stands in it. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { class: className, text, title, onClick }: Made = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== undefined) made.className = className;
  if (text !== undefined) made.textContent = text;
  if (title !== undefined) made.title = title;
  if (onClick !== undefined) made.addEventListener("click", onClick);
  if (made instanceof HTMLButtonElement) made.type = "button";
  made.append(...children);
  return made;
}
