// The worker thread that runs core's jobs for the command line.

import { parentPort } from "node:worker_threads";
import * as Comlink from "comlink";
import loadHighs from "highs";
import { createJobWorker } from "../workers/serveJobs.ts";
import { threadEndpoint } from "./threadEndpoint.ts";

if (parentPort) Comlink.expose(createJobWorker(() => loadHighs()), threadEndpoint(parentPort));
