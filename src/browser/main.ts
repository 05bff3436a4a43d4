import { show } from "./show.ts";

const source = document.getElementById("apiref-document")!.textContent!;

/** What another script on the page may do with it: `apiref preview` puts in what a save has changed. */
Object.assign(window, { apirefPage: { show } });

await show(JSON.parse(source));
