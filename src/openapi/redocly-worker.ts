import { parentPort } from "node:worker_threads";
import { loadBundle } from "../files/bundle.ts";

const { answerLintRequests } =
  loadBundle<typeof import("./redocly-service.ts")>("redocly-service") ??
  (await import("./redocly-service.ts"));
answerLintRequests(parentPort!);
