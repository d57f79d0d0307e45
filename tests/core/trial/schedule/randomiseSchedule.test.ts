import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { runNamedJob } from "../../../../electron/cliJob.ts";

const units = ["a", "b", "c", "d"].map((id) => ({ id }));
type Answer = { schedule: { day: string; id: string; stratum: string; arm: string }[]; arms: Uint8Array; hash: string; balance: { weekdays: unknown; treatment: number }; attempt: number };
const run = async (params: object): Promise<Answer> => (await runNamedJob("randomiseSchedule", { units, ...params })) as Answer;

describe("the job randomiseSchedule", () => {
  it("takes units, days, share and seed alone, and answers schedule, hash and balance", async () => {
    const { schedule, arms, hash, balance, attempt } = await run({ days: 3, share: 0.5, seed: 7 });
    expect(schedule).toHaveLength(12);
    expect(schedule.map(({ day }) => day).filter((day, i, all) => all.indexOf(day) === i)).toEqual(["1", "2", "3"]);
    expect(schedule.map(({ arm }) => (arm === "treatment" ? 1 : 0))).toEqual([...arms]);
    expect(hash).toBe(createHash("sha256").update(`date,hotspot,stratum,arm\n${schedule.map(({ day, id, stratum, arm }) => `${day},${id},${stratum},${arm}\n`).join("")}`).digest("hex"));
    expect([balance.treatment, balance.weekdays, attempt]).toEqual([6, null, 1]);
  });

  it("takes 7 and \"7\" for the same seed, and dates in the place of numbers for other days", async () => {
    expect((await run({ days: 9, seed: "7" })).arms).toEqual((await run({ days: 9, seed: 7 })).arms);
    expect((await run({ days: ["2024-04-01", "2024-04-02"], seed: 7 })).balance.weekdays).toHaveLength(7);
  });

  it("refuses days that are none, or stand twice, and a share that leaves an arm empty", async () => {
    await expect(run({ days: ["1 April"], seed: 1 })).rejects.toThrow(/must be dates such as 2024-04-01/);
    await expect(run({ days: ["2024-04-01", "2024-04-01"], seed: 1 })).rejects.toThrow(/no date may stand twice/);
    await expect(run({ days: 3, seed: 1, share: 1 })).rejects.toThrow(/share/);
  });
});
