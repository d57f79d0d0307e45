// The Web Worker that runs core's jobs.

import * as Comlink from "comlink";
import loadHighs from "highs";
import highsRuntime from "highs/runtime?url";
import { createJobWorker } from "./serveJobs.ts";

Comlink.expose(createJobWorker(() => loadHighs({ locateFile: () => highsRuntime })));
