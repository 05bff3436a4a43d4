/** Thrown where a case cannot be tried here. */
export class Skipped extends Error {}

export function expect(holds, message) {
  if (!holds) throw new Error(message);
}

/** The program came to an end by itself, and shows no stack. */
export function ended({ code, signal, out, err }) {
  const shown = `exit ${code ?? signal}\n${out.slice(0, 1000)}${err.slice(0, 2000)}`;
  expect(code === 0 || code === 1 || code === 2, `did not end by itself: ${shown}`);
  expect(!/this is a bug|^\s+at .*:\d+:\d+|node:internal/m.test(err), `a stack: ${shown}`);
}

/** The program did its work. */
export function worked(outcome) {
  ended(outcome);
  expect(outcome.code !== 2, `refused: ${outcome.err}`);
}

/** The program refused with one line. */
export function refused(outcome, message = /./) {
  ended(outcome);
  const { code, err } = outcome;
  expect(
    code === 2 && /^apiref: [^\n]*\n$/.test(err) && message.test(err),
    `exit ${code}, and said:\n${err}`,
  );
}
