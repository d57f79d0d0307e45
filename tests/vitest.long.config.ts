// The unit tests with every seed and replicate of the simulations.

import config from "./vitest.config.ts";

export default { ...config, test: { ...config.test, env: { HEXBEAT_LONG: "1" } } };
