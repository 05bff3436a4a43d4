import { spawn } from "node:child_process";

/**
 * Starts a program of Node that runs until it is told to end, and reads what it prints.
 *
 * @param {readonly string[]} args
 * @param {"stdout" | "stderr"} stream the one that is read; of the others, standard error is shown
 * @returns {{ pid: number, until: (pattern: RegExp) => Promise<RegExpExecArray>, forget: () => void, end: () => Promise<void> }}
 *   `until` waits for what is printed from the last `forget` on to match
 */
export function startPrinting(args, stream) {
  const stdio = stream === "stdout" ? ["ignore", "pipe", "inherit"] : ["ignore", "ignore", "pipe"];
  const child = spawn(process.execPath, args, { stdio });
  const closed = new Promise((resolve) => child.once("close", resolve));
  let printed = "";
  let wake = () => {};
  child[stream].setEncoding("utf8").on("data", (chunk) => {
    printed += chunk;
    wake();
  });
  closed.then(() => wake());
  return {
    pid: child.pid,
    async until(pattern) {
      for (;;) {
        const found = pattern.exec(printed);
        if (found !== null) return found;
        if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${printed}`);
        await new Promise((resolve) => {
          wake = resolve;
        });
      }
    },
    forget() {
      printed = "";
    },
    async end() {
      child.kill("SIGINT");
      await closed;
    },
  };
}
