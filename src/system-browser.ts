import type { ChildProcess } from "node:child_process";
import { builtin } from "./files/builtin.ts";

/** What shows an address in a person's browser, by platform; a list of arguments, which no shell reads. */
const OPENERS: Readonly<Record<string, readonly [program: string, ...before: string[]]>> = {
  darwin: ["/usr/bin/open"],
  win32: ["rundll32.exe", "url.dll,FileProtocolHandler"],
};
const ELSEWHERE = ["xdg-open"] as const;

/**
 * Shows an address in the system's browser. Fulfilled with whether something was started that did not fail at once; what it
 * prints is not shown, and it may live longer than the program.
 *
 * @param address `http://127.0.0.1:…/`, made by the program
 */
export function openInBrowser(address: string): Promise<boolean> {
  const { platform } = builtin("node:os") as typeof import("node:os");
  const { spawn } = builtin("node:child_process") as typeof import("node:child_process");
  const [program, ...before] = OPENERS[platform()] ?? ELSEWHERE;
  return new Promise((resolve) => {
    const child: ChildProcess = spawn(program, [...before, address], { detached: true, stdio: "ignore" });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
    child.once("spawn", () => {
      child.unref();
      // A browser that was not open yet may be the program itself.
      setTimeout(() => resolve(true), LONGEST).unref();
    });
  });
}

/** Who has not failed in that time, in milliseconds, has shown the address. */
const LONGEST = 3000;
