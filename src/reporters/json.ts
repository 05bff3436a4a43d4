import { visibleJson } from "../text/visible.ts";
import type { Reporter } from "./report.ts";

/** The report as JSON, version 1. */
export const json: Reporter = ({ findings, summary }) =>
  `${visibleJson({ version: 1, findings, summary })}\n`;
