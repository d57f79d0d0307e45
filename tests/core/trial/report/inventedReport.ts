// A small invented trial drawn, sealed, delivered and evaluated by the real jobs, for tests of its report.

import { runJob } from "../../../../core/job.ts";
import { dosageOfTrial } from "../../../../core/trial/dosage/dosageOfTrial.ts";
import { doseOf } from "../../../../core/trial/evaluate/doseOf.ts";
import { evaluateTrial } from "../../../../core/trial/evaluate/evaluateTrial.ts";
import { locationDays } from "../../../../core/trial/panel/locationDays.ts";
import type { TrialProtocol } from "../../../../core/trial/protocol.ts";
import { powerOfTrial } from "../../../../core/trial/power/powerOfTrial.ts";
import { EMPTY_TRIAL_COVER } from "../../../../core/trial/report/trialCover.ts";
import type { TrialReportInput } from "../../../../core/trial/report/trialReportInput.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { protocol, seal } from "../schedule/inventedProtocol.ts";

const HOUR = 3_600_000, DAY = 24 * HOUR;

export const PLANNED: TrialProtocol = protocol({
  title: "Quay nights <b>",
  days: 40,
  outcomes: [{ name: "All crime", offences: [], domestic: "all" }, { name: "Violence & robbery", offences: ["Violence"], domestic: "without" }],
  subgroups: [{ name: "The quay", units: ["N1", "N2"] }],
});

/** Nothing was done yet. */
export const EMPTY_REPORT: TrialReportInput = {
  project: "Invented", made: "2024-06-20T09:00:00.000Z", version: "0.0.1", author: "", marking: "", cover: EMPTY_TRIAL_COVER,
  protocol: PLANNED, schedules: [], power: null, dosage: null, evaluation: null, context: [],
};

export async function inventedReport(): Promise<TrialReportInput> {
  const sealed = seal(PLANNED);
  const { units, first, days, startHour, clocks, ring, amber, green } = PLANNED;
  const random = createRandom(11);
  // One incident a location-day on average, half of them in the ring.
  const n = 2 * units.length * days;
  const at = Array.from({ length: n }, () => ({ unit: units[random.integer(units.length)], inside: random.uniform() < 0.5, time: first + startHour * HOUR + Math.floor(random.uniform() * days * DAY) }));
  const centre = ({ shapes: [shape] }: (typeof units)[number]) => ("centre" in shape ? shape.centre : { x: 0, y: 0 });
  const panel = locationDays({
    x: Float64Array.from(at, ({ unit, inside }) => centre(unit).x + (inside ? 0 : 180)), y: Float64Array.from(at, ({ unit }) => centre(unit).y),
    start: Float64Array.from(at, ({ time }) => time), precision: "minute", units, first, days, startHour, clocks, ring,
    outcomes: [{ name: "All crime", rows: Uint32Array.from(at.keys()) }, { name: "Violence & robbery", rows: Uint32Array.from(at.keys()).filter((row) => row % 5 === 0) }],
  });
  const patrolled = Array.from(sealed.arms.keys()).filter((cell) => sealed.arms[cell] === 1 && random.uniform() < 0.9);
  const start = Float64Array.from(patrolled, (cell) => first + startHour * HOUR + Math.floor(cell / units.length) * DAY + 2 * HOUR);
  const dosage = await runJob("dosageOfTrial", dosageOfTrial, {
    units, first, days, startHour, clocks, ring, amber, green, arms: sealed.arms,
    patrols: {
      unit: Float64Array.from(patrolled, (cell) => cell % units.length), officer: new Float64Array(start.length), start,
      end: start.map((time, i) => time + (8 + (i % 12)) * 60_000),
      fixes: { patrol: new Uint32Array(0), x: new Float64Array(0), y: new Float64Array(0), accuracy: new Float64Array(0) },
    },
  }, nodeContext);
  const dose = doseOf(dosage);
  const evaluation = await runJob("evaluateTrial", evaluateTrial, { panel, arms: sealed.arms, draw: { share: PLANNED.share, block: PLANNED.block, redraw: PLANNED.redraw }, subgroups: PLANNED.subgroups, ...(dose && { dose }), draws: 500 }, nodeContext);
  const power = await runJob("powerOfTrial", powerOfTrial, { units: units.map(({ stratum }) => ({ stratum })), historyDays: days, count: panel.outcomes[0].count, days, draws: 50, curves: false }, nodeContext);
  return { ...EMPTY_REPORT, author: "A. Analyst", marking: "OFFICIAL", schedules: [sealed], power, dosage, evaluation };
}
