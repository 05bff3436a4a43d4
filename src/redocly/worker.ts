import { parentPort } from "node:worker_threads";
import { loadBundle } from "../files/bundle.ts";

// The build makes one file of this one too, beside that of the service: CommonJS, which a thread starts sooner.
loadBundle<typeof import("./service.ts")>("redocly-service").answerLintRequests(parentPort!);
