import { describe, expect, it } from "vitest";
import { scheduleStrip } from "../../../../core/trial/charts/scheduleStrip.ts";
import { scheduleCsv } from "../../../../core/trial/schedule/scheduleCsv.ts";
import { tableOf } from "../../../../core/trial/schedule/registration.ts";
import { protocol, seal, unit } from "../schedule/inventedProtocol.ts";

describe("the strip of a schedule", () => {
  const sealed = seal(protocol());
  const { svg, csv } = scheduleStrip({ ...sealed, width: 290 });
  const treated = sealed.arms.reduce((sum, arm) => sum + arm, 0);

  it("has a tall cell for each treatment day and a short one for each control day", () => {
    const [tall, short] = [...svg.matchAll(/<path d="(M[^"]*z)"/g)].map(([, path]) => path.split("M").length - 1);
    expect([tall, short]).toEqual([treated, sealed.arms.length - treated]);
  });

  it("tells the days on treatment of each unit", () => {
    const first = Array.from({ length: 12 }, (_, day) => sealed.arms[day * 9]).reduce((sum, arm) => sum + arm, 0);
    expect(svg).toMatch(new RegExp(`>Place D1</text><text[^>]*>${first}</text>`));
  });

  it("holds the schedule as its numbers, and escapes names", () => {
    expect(csv.trim().split("\r\n").map((line) => line.split(",").at(-1))).toEqual(scheduleCsv(tableOf(sealed)).trim().split("\n").map((line) => line.split(",").at(-1)));
    const odd = seal(protocol({ units: [unit("A1", "", { name: "<b>" }), unit("A2", "")] }));
    expect(scheduleStrip({ ...odd, width: 290 }).svg).toContain("&lt;b&gt;");
  });
});
