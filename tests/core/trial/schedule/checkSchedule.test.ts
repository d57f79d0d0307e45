import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { SealedSchedule } from "../../../../core/trial/sealedSchedule.ts";
import { datesOf } from "../../../../core/trial/schedule/datesOf.ts";
import { drawAttempt, drawSchedule } from "../../../../core/trial/schedule/drawSchedule.ts";
import { readRegistration } from "../../../../core/trial/schedule/readRegistration.ts";
import { registrationText, tableOf } from "../../../../core/trial/schedule/registration.ts";
import { scheduleCsv } from "../../../../core/trial/schedule/scheduleCsv.ts";
import { keptArms } from "../../../../core/trial/schedule/sealSchedule.ts";
import { checkSchedule } from "../../../../core/trial/schedule/checkSchedule.ts";
import { independentVerifier } from "./independentVerifier.ts";
import { protocol, seal, unit } from "./inventedProtocol.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const csvOf = (sealed: SealedSchedule): string => scheduleCsv(tableOf(sealed));
const check = (csv: string, registration: string) => checkSchedule(csv, "s.csv", registration, null);

const sealed = seal(protocol());
const csv = csvOf(sealed), registration = registrationText(sealed);

/** The file with one line changed. */
const withLine = (line: number, change: (text: string) => string | null): string =>
  csv.split("\n").flatMap((text, i) => (i === line ? (change(text) ?? []) : text)).join("\n");
const flipped = (text: string): string => (text.endsWith("treatment") ? text.replace("treatment", "control") : text.replace(/control$/, "treatment"));

describe("verifying a schedule", () => {
  it("finds nothing where the file is as sealed; hash and seal are the digests of the two files", () => {
    expect(sealed.hash).toBe(sha256(csv));
    expect(sealed.seal).toBe(sha256(registration));
    expect(csv.startsWith("date,hotspot,stratum,arm\n2024-04-01,D1,day,")).toBe(true);
    expect(check(csv, registration)).toMatchObject({ same: true, differences: [], blocks: [], locationDays: 12 * 9, seal: sealed.seal, against: "the draw repeated (attempt 1)" });
    expect(independentVerifier(csv, registration)).toEqual([]);
  });

  it("finds any single changed cell, here and by the script that shares no code", () => {
    for (let line = 1; line <= 12 * 9; line++) {
      const changed = withLine(line, flipped);
      const { same, hash, differences, blocks } = check(changed, registration);
      expect(same).toBe(false);
      expect(hash.same).toBe(false);
      expect(differences.map((one) => one.line)).toEqual([line + 1]);
      expect(differences[0].problem).toMatch(/^(treatment, registered as control|control, registered as treatment)$/);
      expect(blocks).toHaveLength(1);
      const wrong = independentVerifier(changed, registration);
      expect(wrong).toHaveLength(2);
      expect(wrong[1]).toContain(csv.split("\n")[line].split(",").slice(0, 2).join(","));
    }
  });

  it("finds a swapped pair, whose block still has its number on treatment", () => {
    const lines = csv.split("\n");
    const a = lines.findIndex((line) => line.startsWith("2024-04-03,D") && line.endsWith("treatment"));
    const b = lines.findIndex((line) => line.startsWith("2024-04-03,D") && line.endsWith("control"));
    const swapped = lines.map((line, i) => (i === a || i === b ? flipped(line) : line)).join("\n");
    expect(check(swapped, registration)).toMatchObject({ same: false, blocks: [], differences: [{}, {}] });
    expect(independentVerifier(swapped, registration)).toHaveLength(3);
  });

  it("finds a dropped row, a doubled row, a row of another unit, another stratum and an arm that is none", () => {
    const problems = (changed: string): string[] => check(changed, registration).differences.map(({ problem }) => problem);
    expect(problems(withLine(5, () => null))).toEqual(["missing in the file"]);
    expect(independentVerifier(withLine(5, () => null), registration)).toHaveLength(2);
    expect(problems(withLine(5, (line) => `${line}\n${line}`))).toEqual(["stands twice, also on line 6"]);
    expect(problems(withLine(5, (line) => line.replace("D5", "D9")))).toEqual(["no location-day of the registration: the unit is not in it", "missing in the file"]);
    expect(problems(withLine(5, (line) => line.replace("day,", "dusk,")))).toEqual(['stratum "dusk", registered as "day"']);
    expect(problems(withLine(5, (line) => line.replace(/\w+$/, "maybe")))).toEqual(['"maybe" is neither treatment nor control', "missing in the file"]);
  });

  it("says that the bytes differ where no cell does", () => {
    expect(check(csv.replaceAll("\n", "\r\n"), registration)).toMatchObject({ same: false, hash: { same: false }, differences: [] });
  });

  it("finds a changed registration by its seal, and a changed seed or share by the draw", () => {
    expect(check(csv, registration.replace("Ring for displacement: 75 m", "Ring for displacement: 100 m")).seal).not.toBe(sealed.seal);
    expect(check(csv, registration.replace("Seed: spring 24", "Seed: spring 25")).differences.length).toBeGreaterThan(10);
    expect(independentVerifier(csv, registration.replace("Share on treatment: 0.5", "Share on treatment: 0.4")).length).toBeGreaterThan(5);
  });

  it("reads every kind of draw back from its registration: pairs, drawn again, other shares, ids that need quotes", () => {
    const odd = protocol({ units: [unit("A, north", "=day"), unit('B "x"', "=day"), unit("-C", "=day"), ...protocol().units] });
    for (const one of [protocol({ block: "pair", days: 13 }), protocol({ share: 0.3 }), protocol({ redraw: { attempts: 300, most: 0.3 }, units: protocol().units.map((of, i) => ({ ...of, baseline: i / 7 })) }), odd]) {
      const version = seal(one);
      expect(check(csvOf(version), registrationText(version))).toMatchObject({ same: true });
      expect(readRegistration(registrationText(version))).toMatchObject({ design: designOf(version), attempt: version.origin.kind === "drawn" ? version.origin.attempt : null, hash: version.hash, seal: version.seal });
      if (one !== odd) expect(independentVerifier(csvOf(version), registrationText(version))).toEqual([]);
    }
  });

  it("finds a draw that was chosen among several", () => {
    const chosen = (of: ReturnType<typeof protocol>, attempt: number): SealedSchedule => seal(of, { arms: drawAttempt({ ...of, days: datesOf(of) }, attempt), origin: { kind: "drawn", attempt } });
    const second = chosen(protocol(), 2);
    expect(check(csvOf(second), registrationText(second))).toMatchObject({ same: false, hash: { same: true }, differences: [], faults: ["draw 2 was taken, though by its rule the first stands"] });
    const again = protocol({ redraw: { attempts: 900, most: 0.2 } }), { origin } = seal(again);
    const taken = origin.kind === "drawn" ? origin.attempt : 0;
    expect(taken).toBeGreaterThan(1);
    const early = chosen(again, taken - 1), late = chosen(again, taken + 1);
    expect(check(csvOf(early), registrationText(early)).faults).toEqual([expect.stringMatching(/was taken, though its imbalance is 0\.\d+, over 0\.2/)]);
    expect(check(csvOf(late), registrationText(late)).faults).toEqual([expect.stringMatching(new RegExp(`though draw ${taken} has an imbalance of 0\\.\\d+ already, at most 0\\.2`))]);
  });

  it("knows a registration from another text", () => {
    expect(() => readRegistration("a letter")).toThrow(/The registration has no line "First day: …"/);
    expect(() => readRegistration(registration.replace("Block: day", "Block: week"))).toThrow(/"Block: week"; a block is a day or a pair/);
    expect(() => readRegistration(registration.replace("Days: 12", "Days: some"))).toThrow(/"Days: some", which is no number/);
  });
});

/** A registration holds of a unit what the draw needs. */
function designOf({ protocol: { units, share, block, redraw, seed, ...days } }: SealedSchedule) {
  const drawn = units.map(({ id, stratum, group, baseline }) => ({ id, stratum, ...(group !== undefined && { group }), ...(baseline !== undefined && { baseline }) }));
  return { units: drawn, days: datesOf(days), share, block, redraw, seed };
}

describe("versions of a schedule", () => {
  const later = protocol({ seed: "autumn", days: 14 });
  const version2 = (over: number): SealedSchedule => {
    const { kept, arms: standing } = keptArms(sealed, later, over);
    const { arms, attempt } = drawSchedule({ ...later, days: datesOf(later), kept: standing });
    return seal(later, { arms, origin: { kind: "drawn", attempt }, kept, before: sealed, reason: "Two more days", begun: over });
  };

  it("has a reason and the seal of the one before, and keeps the days that have begun", () => {
    const second = version2(4);
    expect(second).toMatchObject({ version: 2, reason: "Two more days", previous: sealed.seal, kept: 4 });
    expect(second.arms.slice(0, 4 * 9)).toEqual(sealed.arms.slice(0, 4 * 9));
    expect(second.arms.slice(4 * 9, 12 * 9)).not.toEqual(sealed.arms.slice(4 * 9));
    expect(second.changed?.begun).toBe(0);
    expect(second.changed?.arms).toBeGreaterThanOrEqual(2 * 9);
    expect(registrationText(second)).toContain("Trial days that had begun by then: 4\n");
    expect(registrationText(second)).toContain(`Seal of the version before: ${sealed.seal}\n`);
    expect(() => seal(later, { before: sealed, reason: " " })).toThrow(/Version 1 is sealed; another needs a reason/);
  });

  it("is verified: with the version's arms at hand in full, from the registration alone for the days that were drawn", () => {
    const second = version2(4), text = registrationText(second), file = csvOf(second);
    expect(check(file, text)).toMatchObject({ same: true, against: "the draw repeated (attempt 1) from day 5 on; the days before were kept from version 1, and the hash alone speaks for them" });
    expect(checkSchedule(file, "s.csv", text, second.arms)).toMatchObject({ same: true });
    const early = file.split("\n").map((line, i) => (i === 3 ? flipped(line) : line)).join("\n");
    expect(check(early, text)).toMatchObject({ same: false, differences: [], blocks: [] });
    expect(checkSchedule(early, "s.csv", text, second.arms)).toMatchObject({ same: false, differences: [{ line: 4 }], blocks: [{}] });
  });

  it("tells arms that were changed in the project itself from the draw", () => {
    const forged = { ...sealed, arms: sealed.arms.map((arm, i) => (i === 7 ? 1 - arm : arm)) };
    const { differences } = checkSchedule(csvOf(forged), "s.csv", registration, forged.arms);
    expect(differences.map(({ problem }) => problem)).toEqual([expect.stringMatching(/^sealed as \w+, but the draw repeated gives \w+$/)]);
  });

  it("keeps the second day of a pair with its first", () => {
    const pairs = protocol({ block: "pair" });
    expect(keptArms(seal(pairs), pairs, 3).kept).toBe(4);
    expect(keptArms(seal(pairs), pairs, 0)).toEqual({ kept: 0, arms: new Uint8Array(0) });
  });

  it("keeps its units and its first day once days have begun", () => {
    expect(() => keptArms(sealed, { ...later, units: later.units.slice(1) }, 4)).toThrow(/4 days of version 1 have begun, and they stay as they were/);
    expect(() => keptArms(sealed, { ...later, first: later.first + 86_400_000 }, 4)).toThrow(/the same units, first day and hour/);
    expect(keptArms(sealed, { ...later, units: later.units.toReversed() }, 4).arms.slice(0, 9)).toEqual(sealed.arms.slice(0, 9).toReversed());
  });

  it("tells how many arms an imported version changes, and how many of them are on days that had begun", () => {
    const arms = sealed.arms.map((arm, i) => (i === 0 || i === 100 ? 1 - arm : arm));
    const second = seal(protocol(), { arms, origin: { kind: "imported", file: "mended.csv" }, before: sealed, reason: "As it was delivered", begun: 5 });
    expect(second.changed).toEqual({ arms: 2, begun: 1 });
    expect(check(csvOf(second), registrationText(second))).toMatchObject({ same: true, against: expect.stringMatching(/^the hash alone/) });
  });
});
