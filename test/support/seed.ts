import fc from "fast-check";

/**
 * Property tests draw the same examples in every run, so that a change is judged by what it changes.
 * `SEED=random npm test` looks for new ones; a number repeats a run that failed.
 */
const wanted = process.env.SEED ?? "20261125";
fc.configureGlobal({ ...fc.readConfigureGlobal(), ...(wanted === "random" ? {} : { seed: Number(wanted) }) });
