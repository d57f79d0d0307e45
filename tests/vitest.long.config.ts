// The unit tests with every seed and replicate of the simulations.

import { defineConfig, mergeConfig } from "vitest/config";
import config from "./vitest.config.ts";

export default defineConfig(mergeConfig(config, { test: { env: { HEXBEAT_LONG: "1" } } }));
