import { faultIn } from "./fault.mjs";
import { isRst } from "./tree.mjs";

export function isParameters({ path }) {
  return /param\w*\.ya?ml$/.test(path);
}

export function isStatus({ path }) {
  return /(status|codes?)[\w-]*\.ya?ml$/.test(path);
}

const shownOf = new WeakMap();

/** Whether an operation shows a file whole, as a sample that is JSON. */
export function isShown(file, tree) {
  let shown = shownOf.get(tree);
  if (shown === undefined) {
    const samples = tree.operations.flatMap((operation) => operation.samples);
    const whole = samples.filter((sample) => sample.text === sample.file?.text && isJson(sample.text));
    shown = new Set(whole.map((sample) => sample.file.path));
    shownOf.set(tree, shown);
  }
  return shown.has(file.path);
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A kind that rewrites a line of a form; `rewrite` gives the new text, or that and how many lines it takes the place of. */
export function lines(name, fits, form, rewrite, reach = 0) {
  return {
    name,
    *draw(tree, random) {
      const files = random.shuffled(
        [...tree.apiRef.files.values()].filter((file) => fits(file, tree) && file.text !== ""),
      );
      for (let round = 0; round < 200; round++) {
        const file = files[round % files.length];
        if (file === undefined) return;
        const found = [...file.text.matchAll(new RegExp(form.source, `${form.flags}gm`))];
        if (found.length === 0) {
          yield undefined;
          continue;
        }
        const match = random.one(found);
        const line = file.positionAt(match.index).line;
        const given = rewrite(match, file, line);
        if (given === undefined || given === match[0]) {
          yield undefined;
          continue;
        }
        const [text, count] = Array.isArray(given) ? given : [given, 1];
        const end =
          count === 1 ? match.index + match[0].length : file.offsetAt({ line: line + count, column: 1 }) - 1;
        const places = Array.from({ length: reach + 1 }, (_, index) => line + index);
        yield faultIn(file, [{ start: match.index, end, text }], text.split("\n")[0].trim(), places);
      }
    },
  };
}

/** Whether the lines that follow in a paragraph hold nothing that could close what an earlier line opens. */
export function endsWithoutMarkup(file, line) {
  for (let at = line + 1; file.lineText(at).trim() !== ""; at++)
    if (/[`*]/.test(file.lineText(at))) return false;
  return true;
}

/** Rows with a neighbour: alone in its list, a row may stand anywhere. */
export function row(name, rewrite) {
  return lines(name, isRst, /^( +)- ([\w.-]+): ([\w.-]+)$/, ([line, indent, before, key], file, at) =>
    /^\d{3}$/.test(before) ||
    !isBelow(file, at, "rest_parameters") ||
    ![-1, 1].some((step) => /^ +- \w/.test(file.lineText(at + step)))
      ? undefined
      : rewrite(line, indent, before, key),
  );
}

export function code(name, rewrite, form = /./) {
  return lines(name, isRst, /^( +)- (\d{3})$/, ([line, indent, number], file, at) =>
    isBelow(file, at, "rest_status_code") && form.test(number) ? rewrite(line, indent, number) : undefined,
  );
}

/** Whether the nearest line above that is no row and not blank is a directive. */
export function isBelow(file, line, name) {
  let at = line - 1;
  while (at > 1 && /^\s*(-.*)?$/.test(file.lineText(at))) at--;
  return file.lineText(at).startsWith(`.. ${name}::`);
}

export function directive(name, names, rewrite) {
  return {
    name,
    *draw(tree, random) {
      for (const one of random.shuffled(tree.directives)) {
        if (!names.test(one.name) || one.argument === "") continue;
        const text = rewrite(one);
        if (text.replace(/\s+/g, " ") === one.file.text.slice(one.start, one.end).replace(/\s+/g, " "))
          continue;
        yield faultIn(one.file, [{ start: one.start, end: one.end, text }], text);
      }
    },
  };
}

/** A `rest_method` with a verb and a URL, written otherwise; undefined where it does not fit. */
export function method(name, rewrite, form = /./) {
  return directive(name, /^rest_method$/, ({ name: directiveName, argument }) => {
    const parts = argument.split(/\s+/);
    const fresh = parts.length === 2 && form.test(parts[1]) ? rewrite(parts) : undefined;
    return `.. ${directiveName}:: ${fresh ?? argument}`;
  });
}

export function title(name, rewrite, reach = 0) {
  return lines(
    name,
    isRst,
    /^(\w.{4,})\n([=~^-])\2+$/,
    ([whole, text, character], file, line) => {
      if (/^([=~^-])\1+$/.test(file.lineText(line - 1)) || whole.split("\n")[1].length < text.length)
        return undefined;
      return [`${text}\n${rewrite(text, character)}`, 2];
    },
    Math.max(1, reach),
  );
}

export function overline(name, rewrite) {
  return lines(
    name,
    isRst,
    /^([=~^*#-])\1{3,}\n ?\w.*\n\1{4,}$/,
    ([whole]) => {
      const [over, text, under] = whole.split("\n");
      return rewrite === undefined ? [`${over}\n${text}\n`, 3] : [`${rewrite(over)}\n${text}\n${under}`, 3];
    },
    2,
  );
}

export function conflict(name, fits) {
  return lines(
    name,
    fits,
    /^ *\S.*$/,
    ([whole]) => `<<<<<<< HEAD\n${whole}\n=======\n${whole}\n>>>>>>> theirs`,
    4,
  );
}

export function field(name, rewrite) {
  return lines(name, isParameters, /^( +)(in|type|required): (\w+)$/, ([line, indent, before, value]) =>
    rewrite(line, indent, before, value),
  );
}
