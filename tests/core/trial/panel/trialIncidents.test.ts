import { describe, expect, test } from "vitest";
import { DOMESTIC } from "../../../../core/incidents/table.ts";
import { trialIncidents } from "../../../../core/trial/panel/trialIncidents.ts";
import type { TrialOutcome } from "../../../../core/trial/protocol.ts";

const first = Date.UTC(2024, 3, 10);
const DAY = 86_400_000;

/** One incident a line: days after the first, offence, domestic. */
const tableOf = (lines: readonly (readonly [day: number, offence: number, domestic?: keyof typeof DOMESTIC])[]) => ({
  length: lines.length,
  x: Float64Array.from(lines.keys()),
  y: new Float64Array(lines.length),
  start: Float64Array.from(lines, ([day]) => first + day * DAY),
  precision: "minute" as const,
  offence: Uint16Array.from(lines, ([, offence]) => offence),
  offences: [{ category: "Violence", name: "Assault" }, { category: "Violence", name: "Wounding" }, { category: "Theft", name: "Theft of cycle" }],
  domestic: Uint8Array.from(lines, ([, , domestic = "no"]) => DOMESTIC[domestic]),
});
const outcome = (name: string, offences: string[] = [], domestic: TrialOutcome["domestic"] = "all"): TrialOutcome => ({ name, offences, domestic });

const table = tableOf([[0.24, 0], [0.25, 0], [1.9, 1, "yes"], [2.2, 2, "unknown"], [2.25, 0], [40, 0]]);

describe("trialIncidents", () => {
  test("takes the incidents from the first trial day's first hour to the last one's end", () => {
    const { x } = trialIncidents(table, { first, days: 2, startHour: 6 }, [outcome("All")], null);
    expect([...x]).toEqual([1, 2, 3]);
  });

  test("sorts them into outcomes by name or category in any letters, and by the domestic flag; unknown is not domestic", () => {
    const { outcomes, unknown } = trialIncidents(table, { first, days: 2, startHour: 6 }, [
      outcome("All"), outcome("Violence", ["VIOLENCE"]), outcome("Cycles", ["theft  of cycle", "Piracy"]), outcome("Domestic", [], "only"), outcome("Others", [], "without"),
    ], null);
    expect(outcomes.map(({ rows }) => [...rows])).toEqual([[0, 1, 2], [0, 1], [2], [1], [0, 2]]);
    expect(unknown).toEqual([{ outcome: "Cycles", offence: "Piracy" }]);
  });

  test("weighs them by the harm table, and names the offences that it lacks", () => {
    const { weight, withoutHarm } = trialIncidents(table, { first, days: 2, startHour: 6 }, [outcome("All")], { name: "harm.csv", weights: [{ offence: "Violence", days: 10 }, { offence: "Wounding", days: 1500 }] });
    expect([...weight!]).toEqual([10, 1500, 0]);
    expect(withoutHarm).toEqual([{ offence: "Theft: Theft of cycle", incidents: 1 }]);
    expect(trialIncidents(table, { first, days: 2, startHour: 6 }, [outcome("All")], null).weight).toBeUndefined();
  });
});
