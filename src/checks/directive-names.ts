import { directiveNameOf, directives } from "../rst/directives.ts";

/** `py:function`, `std:option`: the directives of a domain. */
const IN_DOMAIN = /^(?:c|cpp|http|js|math|py|rst|std):/i;

/** Whether Sphinx, docutils or os-api-ref know a directive; case does not count. */
export function isKnownDirective(written: string): boolean {
  const name = directiveNameOf(written);
  return name === undefined ? IN_DOMAIN.test(written) : directives[name].gone !== true;
}
