const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EBADF: "it is not open for writing",
  EDQUOT: "the disk quota is used up",
  EEXIST: "a file stands where a directory is needed",
  EFBIG: "larger than a file may be",
  EIO: "the device failed",
  EISDIR: "it is a directory",
  ELOOP: "it is a link",
  ENAMETOOLONG: "the name is too long",
  ENOENT: "no such file",
  ENOSPC: "no space left on the device",
  ENOTDIR: "a file stands where a directory is needed",
  ENOTSUP: "no file can be written there",
  ENXIO: "nobody reads from it",
  EPERM: "not permitted",
  EROFS: "read-only file system",
};

/** Why the system refused something, in words. */
export function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return reasons[code] ?? (code || String(error));
}

/** What a function gives, or undefined where it throws. */
export function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
