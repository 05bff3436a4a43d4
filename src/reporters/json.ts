import type { Reporter } from "./report.ts";

/** The report as JSON, version 1. */
export const json: Reporter = ({ findings, summary }) =>
  `${JSON.stringify({ version: 1, findings, summary }, null, 2)}\n`;
