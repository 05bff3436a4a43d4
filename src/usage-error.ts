/**
 * The one kind of error that people cause and that is no finding: wrong usage, a SOURCE that is no api-ref
 * tree, an output that cannot be written. The message is one line and says how to mend it; `main` prints it
 * and ends with exit code 2. Every other exception is a bug of this program and keeps its stack.
 */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
