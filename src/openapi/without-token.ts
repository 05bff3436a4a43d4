import type { Operation } from "../apiref/model.ts";
import type { Prose } from "../apiref/prose.ts";
import { plainText } from "../rst/markdown.ts";
import type { Section } from "../rst/tree.ts";
import { groupedBy } from "../text/grouped.ts";
import { sectionProse } from "./tags.ts";

/**
 * The operations whose requests need no token, as their text says, or that of the section round them: a line
 * `Authentication: None`, the one word `Unauthenticated.`, or a sentence about the operation without a condition.
 */
export function operationsWithoutToken(operations: readonly Operation[], prose: Prose): Set<Operation> {
  const found = new Set(operations.filter((operation) => saysOfItself(operation, prose)));
  for (const [section, members] of groupedBy(operations, ({ enclosing }) => enclosing)) {
    const around = plain(sectionProse(section, members[0].document, prose));
    if (sentencesOf(around).some((sentence) => saysNoToken(sentence) && isOnAll(sentence, section)))
      for (const operation of members) found.add(operation);
  }
  return found;
}

function saysOfItself({ description, notes, document }: Operation, prose: Prose): boolean {
  const texts = [description, ...notes.filter(({ side }) => side !== "response").map(({ blocks }) => blocks)];
  return texts.some((blocks) => {
    const text = plain(prose.blocks(blocks, document));
    return LINE.test(text) || sentencesOf(text).some(saysNoToken);
  });
}

/** CommonMark without its emphasis, which may stand on any word. */
function plain(markdown: string): string {
  return markdown.replace(/[*`\\]|^> ?/gm, "");
}

/** A line of its own that says nothing else. */
const LINE =
  /^(?:[-+] )?(?:unauthenticated|(?:authentication|token)[ \t]*:\s*(?:unauthenticated|none|not required|not needed))\.?[ \t]*$/im;

function sentencesOf(text: string): string[] {
  return text.split(/\n[ \t]*\n/).flatMap((paragraph) => paragraph.replace(/\s+/g, " ").split(/(?<=[.!?]) /));
}

const TOKEN =
  "(?:(?:an?|any|valid|identity|auth|authentication|user|service) ){0,4}(?:tokens?|authentication|x-auth-token(?: header)?)";

/** What is said of the words before it. */
const LACKS = new RegExp(
  `\\b(?:do not|does not|doesn't|don't|need not|never) (?:require|requires|need|needs|have|use) ${TOKEN}` +
    `|\\b(?:require|requires|need|needs) no ${TOKEN}` +
    "|\\b(?:is|are|be) (?:available|accessible|open) to unauthenticated (?:clients?|users?|callers?|requests?)" +
    `|\\bcan be (?:called|used|accessed|made|sent) without ${TOKEN}`,
  "i",
);

/** What is said of no other words. */
const NOT_NEEDED = new RegExp(
  `^(?:note that )?(?:no ${TOKEN} (?:is|are)|${TOKEN} (?:is|are) not) (?:required|needed|necessary)\\b`,
  "i",
);

/** Ends of what stands before that name the operation: `This call`, `API below`, `… as they`; nothing at all, too. */
const SUBJECT =
  /(?:^|\b(?:it|they|this|these)|\b(?:apis?|operations?|calls?|requests?|methods?|endpoints?|actions?|resources?)(?: (?:below|above|here|listed below))?) ?$/i;

/** What follows may give a reason or a purpose; anything else may say of what it is not needed. */
const END =
  /^(?:\s*$|[.,;:!)]|\s(?:for authentication|for (?:this|these)|because|as|since|and|so|to (?:be )?(?:call|use|access|make|send)\w*)\b)/i;

const CONDITION =
  /\b(?:if|when|unless|where|whether|once|until|except|depending|configured?|optional|otherwise|only|may|might|not available|not be available|not accessible)\b/i;

function saysNoToken(sentence: string): boolean {
  if (CONDITION.test(sentence)) return false;
  const alone = NOT_NEEDED.exec(sentence);
  if (alone !== null) return END.test(sentence.slice(alone[0].length));
  const said = LACKS.exec(sentence);
  if (said === null) return false;
  const end = said.index + said[0].length;
  return SUBJECT.test(sentence.slice(0, said.index)) && END.test(sentence.slice(end));
}

/** Whether a sentence of a section speaks of all its operations: `These APIs …`, `The Version APIs …` below `API versions`. */
function isOnAll(sentence: string, section: Section): boolean {
  if (/\b(?:these|this|both|all|following|below)\b/i.test(sentence)) return true;
  const title = new Set(stems(plainText(section.title)));
  const named =
    /\bthe (\w+)(?: api)? (?:apis?|operations?|calls?|requests?|methods?|endpoints?|resources?)\b/i.exec(
      sentence,
    );
  return named !== null && stems(named[1]!).some((stem) => title.has(stem));
}

function stems(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).map((word) => word.replace(/s$/, ""));
}
