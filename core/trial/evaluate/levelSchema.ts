// The level of tests as a parameter of jobs.

import { z } from "../../schema.ts";

export const levelSchema = z.number().gt(0).lt(1).default(0.05).describe("level of the tests: 0.05 gives 95 % intervals");
