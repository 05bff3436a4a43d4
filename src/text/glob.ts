/**
 * Matches names against patterns without going back and forth in them: in time proportional to the length of the pattern
 * times that of the name, whoever wrote them.
 */

/** What a pattern takes at one place. */
type Token =
  | { readonly kind: "text"; readonly text: string }
  /** `?`: one character but a slash. */
  | { readonly kind: "any" }
  /** `[a-z]`, `[!a-z]`: one character, never a slash. */
  | {
      readonly kind: "set";
      readonly ranges: readonly (readonly [string, string])[];
      readonly negated: boolean;
    }
  /** `*`: any number of characters but slashes. */
  | { readonly kind: "star" }
  /** `**`: any number of characters. */
  | { readonly kind: "everything" }
  /** `**` between slashes: any number of folders, also none. */
  | { readonly kind: "folders" };

/** Longer patterns match nothing: no name that a system takes is that long. */
const LONGEST = 4096;
/** A pattern stands for no more than so many others; with more `{a,b}` in it, the braces mean themselves. */
const MOST_CHOICES = 256;

/**
 * A pattern of the toctree (Sphinx, `sphinx.util.matching._translate_pattern`): `*`, `?`, `[abc]`, `[!abc]` take no slash,
 * `**` does.
 */
export function sphinxPattern(pattern: string): (name: string) => boolean {
  return matcher(tokensOf(pattern, false));
}

/**
 * A pattern of a configuration or command line: as in a shell, `*` and `?` and `[abc]` within a folder, `**` for any
 * number of folders, `{a,b}` for either; `!` in front for all other names.
 */
export function pathPattern(pattern: string): (name: string) => boolean {
  if (pattern.startsWith("!")) {
    const matches = pathPattern(pattern.slice(1));
    return (name) => !matches(name);
  }
  const matchers = (choices(pattern) ?? [pattern]).map((choice) => matcher(tokensOf(choice, true)));
  return (name) => matchers.some((matches) => matches(name));
}

/** `v{1,2}/*` → `v1/*`, `v2/*`; undefined where that is too many. */
function choices(pattern: string): string[] | undefined {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    // the innermost braces, so that what stands between them has none
    const braces = /\{([^{},]*(?:,[^{},]*)+)\}/.exec(next);
    if (braces === null) done.push(next);
    else
      for (const choice of braces[1]!.split(",").reverse())
        open.push(next.slice(0, braces.index) + choice + next.slice(braces.index + braces[0].length));
    if (done.length + open.length > MOST_CHOICES) return undefined;
  }
  return done;
}

function tokensOf(pattern: string, hasFolders: boolean): readonly Token[] | undefined {
  if (pattern.length > LONGEST) return undefined;
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; ) {
    const character = pattern[at]!;
    if (character === "*") {
      const start = at;
      while (pattern[at] === "*") at++;
      const beginsFolder = start === 0 || pattern[start - 1] === "/";
      if (at - start < 2) tokens.push({ kind: "star" });
      else if (hasFolders && !beginsFolder) tokens.push({ kind: "star" });
      else if (hasFolders && pattern[at] === "/") {
        tokens.push({ kind: "folders" });
        at++;
      } else tokens.push({ kind: "everything" });
    } else if (character === "?") {
      tokens.push({ kind: "any" });
      at++;
    } else {
      const set = character === "[" ? setAt(pattern, at) : undefined;
      tokens.push(set?.token ?? { kind: "text", text: character });
      at = set?.end ?? at + 1;
    }
  }
  return tokens;
}

/** `[a-z_]`; a `]` that stands first is one of the characters. Undefined for a `[` that is not closed. */
function setAt(pattern: string, start: number): { token: Token; end: number } | undefined {
  const negated = /[!^]/.test(pattern[start + 1] ?? "");
  const first = start + (negated ? 2 : 1);
  const close = pattern.indexOf("]", first + 1);
  if (close < 0) return undefined;
  const ranges: [string, string][] = [];
  for (let at = first; at < close; ) {
    const isRange = pattern[at + 1] === "-" && at + 2 < close;
    ranges.push([pattern[at]!, pattern[isRange ? at + 2 : at]!]);
    at += isRange ? 3 : 1;
  }
  return { token: { kind: "set", ranges, negated }, end: close + 1 };
}

/** Goes through a name once, with all places of the pattern that what stands before may have led to. */
function matcher(tokens: readonly Token[] | undefined): (name: string) => boolean {
  if (tokens === undefined) return () => false;
  const firstMeaning = tokens.findIndex(({ kind }) => kind !== "text");
  const literal = tokens.slice(0, firstMeaning < 0 ? tokens.length : firstMeaning);
  const prefix = literal.map((token) => (token as { text: string }).text).join("");
  if (firstMeaning < 0) return (name) => name === prefix;
  return (name) => {
    if (!name.startsWith(prefix)) return false;
    let places = reached(tokens, [prefix.length]);
    // Places inside the folders that a `**/` takes: it may end at every slash.
    let inside = new Set<number>();
    for (let at = prefix.length; at < name.length; at++) {
      const character = name[at]!;
      const next: number[] = [];
      const nextInside = new Set<number>();
      for (const place of inside) {
        nextInside.add(place);
        if (character === "/") next.push(place + 1);
      }
      for (const place of places) {
        const token = tokens[place];
        if (token === undefined) continue;
        if (token.kind === "folders") {
          nextInside.add(place);
          if (character === "/") next.push(place + 1);
        } else if (token.kind === "everything" || (token.kind === "star" && character !== "/"))
          next.push(place);
        else if (takes(token, character)) next.push(place + 1);
      }
      if (next.length === 0 && nextInside.size === 0) return false;
      places = reached(tokens, next);
      inside = nextInside;
    }
    return places.has(tokens.length);
  };
}

/** The places with those behind them that nothing need be taken for. */
function reached(tokens: readonly Token[], places: readonly number[]): Set<number> {
  const all = new Set(places);
  // Places that are added while it is gone through are gone through, too.
  for (const place of all) {
    const kind = tokens[place]?.kind;
    if (kind === "star" || kind === "everything" || kind === "folders") all.add(place + 1);
  }
  return all;
}

function takes(token: Token, character: string): boolean {
  if (token.kind === "text") return token.text === character;
  if (character === "/") return false;
  if (token.kind === "any") return true;
  if (token.kind !== "set") return false;
  const isIn = token.ranges.some(([from, to]) => from <= character && character <= to);
  return isIn !== token.negated;
}
