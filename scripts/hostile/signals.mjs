// Signals while the program writes, and little memory.
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { widgets } from "./lib/box.mjs";
import { expect, worked } from "./lib/expect.mjs";

const PAGES = 40;
/** Many pages, each with codes in prose, so that `fix` has much to write. */
function pages() {
  const files = { ...widgets };
  for (let page = 0; page < PAGES; page++)
    files[`source/p${page}.rst`] = widgets["source/index.rst"].replaceAll("widgets", `widgets${page}`);
  return files;
}

/** Ends the program at several moments; afterwards all files are old or all are new. */
const ended = (signal) => async (place) => {
  for (let moment = 0; moment < 12; moment++) {
    place.write(pages());
    const { child, done } = place.start(["fix", "source", "--quiet"]);
    await setTimeout(150 + moment * 60);
    child.kill(signal);
    await done;
    const isNew = (name) => /Response codes\n-+/.test(readFileSync(place.at(`source/${name}`), "utf8"));
    const states = new Set(
      Object.keys(pages())
        .filter((name) => name.endsWith(".rst"))
        .map((name) => isNew(name.slice(7))),
    );
    if (signal === "SIGKILL") {
      worked(await place.apiref(["fix", "source", "--quiet"]));
      expect(
        !readdirSync(place.at("source")).some((name) => name.startsWith(".apiref-")),
        "files were left behind",
      );
    } else expect(states.size === 1, "some files are old and some are new");
    place.leftNothing();
  }
};

export const cases = {
  "SIGINT while fix writes": ended("SIGINT"),
  "SIGTERM while fix writes": ended("SIGTERM"),
  "SIGKILL while fix writes, and a later run": ended("SIGKILL"),
  "SIGINT behind a save in --watch": async (place) => {
    for (let moment = 0; moment < 5; moment++) {
      place.write(widgets);
      const { child, done } = place.start(["lint", "source", "--watch"]);
      let said = "";
      child.stderr.on("data", (piece) => {
        said += piece;
      });
      for (let turns = 0; turns < 600 && !said.includes("watching"); turns++) await setTimeout(50);
      place.write({ "source/index.rst": `${widgets["source/index.rst"]}\n:ref:\`nowhere${moment}\`\n` });
      await setTimeout(moment * 8);
      child.kill("SIGINT");
      const outcome = await done;
      expect(outcome.code === 0, `exit ${outcome.code ?? outcome.signal}: ${outcome.err}`);
    }
  },
  "little memory": async (place) => {
    place.write({ ...pages(), "output/openapi.yaml": "before\n" });
    const outcome = await place.apiref(["build", "source", "--quiet"], { node: ["--max-old-space-size=12"] });
    const text = readFileSync(place.at("output/openapi.yaml"), "utf8");
    expect(
      text === "before\n" ? outcome.code !== 0 && outcome.code !== 1 : text.includes("/v1/widgets39"),
      "half a document",
    );
  },
};
