import { expect, test } from "vitest";
import { runJob, type Job } from "../../../../core/job.ts";
import { jobs } from "../../../../core/jobs.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const run = (name: "twoByTwo" | "rateRatio" | "publishedTables", params: unknown): Promise<unknown> => runJob(name, jobs[name] as Job, params, nodeContext);

test("twoByTwo has the report's figure 9 and refuses more location-days with a crime than there are", async () => {
  expect(await run("twoByTwo", { treatmentYes: 359, treatmentN: 2874, controlYes: 407, controlN: 2886 })).toMatchObject({
    tests: { yates: { statistic: expect.closeTo(3.1041, 4), df: 1, p: expect.closeTo(0.0781, 4) } },
    effects: { dYates: { name: "d from χ² with Yates' correction", value: expect.closeTo(-0.0464, 4) } },
    change: expect.closeTo(-0.1143, 4),
  });
  await expect(run("twoByTwo", { treatmentYes: 3, treatmentN: 2, controlYes: 1, controlN: 2 })).rejects.toThrow(/treatmentYes: must be at most treatmentN/);
  await expect(run("twoByTwo", { treatmentYes: 1, treatmentN: 2, controlYes: 1, controlN: 2, level: 95 })).rejects.toThrow(/level/);
});

test("rateRatio takes any exposure", async () => {
  expect(await run("rateRatio", { treatmentEvents: 11, treatmentExposure: 0.8, controlEvents: 21, controlExposure: 3.011 })).toMatchObject({ effects: { ratioExact: { value: expect.closeTo(1.971488, 6) } } });
  await expect(run("rateRatio", { treatmentEvents: 1.5, treatmentExposure: 1, controlEvents: 1, controlExposure: 1 })).rejects.toThrow(/treatmentEvents/);
});

test("publishedTables counts its verdicts", async () => {
  expect(await run("publishedTables", { example: "thames-valley" })).toMatchObject({ verdicts: { same: 43, sign: 9, differs: 2, "raw data needed": 11 } });
});
