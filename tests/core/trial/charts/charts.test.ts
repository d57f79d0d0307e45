// The trial's charts: what is drawn is what the CSV says, the texts are escaped, and a saved file needs no style sheet.

import { expect, test } from "vitest";
import { csvRows } from "../../../../core/formats/csvRows.ts";
import { armsChart } from "../../../../core/trial/charts/armsChart.ts";
import { cumulativeDifference } from "../../../../core/trial/charts/cumulativeDifference.ts";
import { dosageStrip } from "../../../../core/trial/charts/dosageStrip.ts";
import { flowDiagram } from "../../../../core/trial/charts/flowDiagram.ts";
import { forestPlot } from "../../../../core/trial/charts/forestPlot.ts";
import { hoursChart } from "../../../../core/trial/charts/hoursChart.ts";
import { patrolLengths } from "../../../../core/trial/charts/patrolLengths.ts";
import { standaloneSvg, type TrialFigure } from "../../../../core/trial/charts/trialFigure.ts";
import { weeklyDosage } from "../../../../core/trial/charts/weeklyDosage.ts";
import { comparison, COMPARISONS, FIRST, inventedCumulative, inventedDosage } from "./inventedTrial.ts";

const dosage = inventedDosage();
const width = 290;
const RATIOS = [
  { name: "Violence", ratio: 0.77, interval: { low: 0.52, high: 1.14, method: "Wald" }, primary: true },
  { name: "All crime", ratio: 0.93, interval: { low: 0.73, high: 1.19, method: "Wald" } },
];

test("arms stand where the CSV has their means, in incidents and in percent", () => {
  for (const [measure, scale] of [["count", 1], ["prevalence", 100]] as const) {
    const figure = armsChart({ comparisons: COMPARISONS, measure, width });
    const means = numbers(figure, "mean"), x = acrossAxis(figure);
    near(marks(figure).map(({ x: at }) => x(at)), means.map((mean) => mean * scale));
  }
});

test("measures of delivery each have their own axis", () => {
  const figure = armsChart({ comparisons: dosage.comparisons, measure: "dosage", width });
  expect(figure.svg.match(/text-anchor="middle"[^>]*>0(\.0)?</g)).toHaveLength(2);
});

test("ratios stand where the CSV has them, on equal factors", () => {
  const figure = forestPlot({ rows: RATIOS, what: "incidents", width });
  const ticks = ticksAcross(figure).map(([at, value]) => [at, Math.log(value)] as const);
  const squares = [...figure.svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="(\d+)"/g)].map(([, x, w]) => Number.parseFloat(x) + Number.parseFloat(w) / 2);
  near(squares.map((at) => Math.exp(lineThrough(ticks)(at))), numbers(figure, "rate ratio"));
});

test("a ratio without a finite interval is told, and its line ends in an arrow", () => {
  const { svg } = forestPlot({ rows: [{ name: "Rare", ratio: 0.4, interval: { low: 0, high: Infinity, method: "exact" } }], what: "incidents", width });
  expect(svg).toContain("0.400 (0.000 to ∞)");
  expect(svg).not.toMatch(/NaN|Infinity/);
});

test("a long name stops before the numbers, and stands whole in the table of values", () => {
  const name = "Violence against the person without domestic abuse";
  const figure = forestPlot({ rows: [{ name, ratio: 0.4, interval: { low: 0.2, high: 0.8, method: "exact" } }], what: "incidents", width: 290 });
  expect(figure.svg).toMatch(/>Violence against[^<]*…</);
  expect(figure.csv).toContain(name);
});

test("patrols stand in bars as high as the CSV says, told apart by amber and green", () => {
  const figure = patrolLengths({ ...dosage, lengths: dosage.lengths!, width });
  const y = upAxis(figure);
  const bars = [...figure.svg.matchAll(/<rect x="[\d.]+" y="([\d.]+)"/g)].map(([, at]) => y(Number.parseFloat(at)));
  near(bars, numbers(figure, "patrols").filter((n) => n > 0));
  const timers = new Set(column(figure, "timer").slice(12, 16));
  expect([...timers]).toEqual(["short", "amber", "green"]);
  expect(numbers(figure, "patrols").reduce((sum, n) => sum + n, 0)).toBe(400);
});

test("each location-day of the strip has its cell, in the colour of its arm", () => {
  const figure = dosageStrip({ dosage, series: 0, width });
  const cells = (colour: string): number =>
    [...figure.svg.matchAll(new RegExp(`<path d="([^"]+)" fill="var\\(--chart-${colour}`, "g"))].reduce((sum, [, path]) => sum + path.split("M").length - 1, 0);
  const arms = column(figure, "arm");
  expect(cells("treatment")).toBe(arms.filter((arm) => arm === "treatment").length);
  expect(cells("control")).toBe(arms.filter((arm) => arm === "control").length);
  expect(numbers(figure, "Full patrols")).toEqual([...dosage.fullPatrols!]);
});

test("days that the files do not reach over have no cell and no number", () => {
  const [series] = dosage.series;
  const figure = dosageStrip({ dosage: { ...dosage, series: [{ ...series, from: 3, until: 10 }] }, series: 0, width });
  expect(column(figure, "Full patrols").filter((cell) => cell !== "")).toHaveLength(7 * 6);
});

test("weeks stand where the CSV has them, and a week without files leaves the line open", () => {
  const figure = weeklyDosage({ dosage, series: 0, width });
  const y = upAxis(figure);
  const discs = [...figure.svg.matchAll(/<circle cx="[\d.]+" cy="([\d.]+)"/g)].slice(0, -1).map(([, at]) => y(Number.parseFloat(at)));
  const means = column(figure, "treatment");
  expect(means[2]).toBe("");
  near(discs, means.filter((cell) => cell !== "").map(Number.parseFloat));
  expect(/stroke="var\(--chart-treatment[^>]+/.test(figure.svg)).toBe(true);
  const [, path] = /<path d="([^"]+)" fill="none" stroke="var\(--chart-treatment/.exec(figure.svg)!;
  expect(path.split("M")).toHaveLength(3);
});

test("the cumulative difference passes through the CSV's values", () => {
  const figure = cumulativeDifference({ days: inventedCumulative(), first: FIRST, width });
  const [, path] = /<path d="(M[^"]+L[^"]+)" fill="none"/.exec(figure.svg)!;
  const y = upAxis(figure);
  near(path.split("L").slice(1).map((point) => y(Number.parseFloat(point.split(" ")[1]))), numbers(figure, "difference"), 0.1);
});

test("hours stand where the CSV has them, per 1,000 location-days", () => {
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, treatment: 0.01 + hour / 1000, control: 0.02 + hour / 900 }));
  const figure = hoursChart({ outcome: "Violence", hours, width });
  const y = upAxis(figure);
  const discs = [...figure.svg.matchAll(/<circle cx="[\d.]+" cy="([\d.]+)"/g)].slice(0, -1).map(([, at]) => y(Number.parseFloat(at)));
  near(discs, numbers(figure, "treatment per location-day").map((rate) => 1000 * rate), 0.2);
});

test("the flow of location-days has each number in its box, and what was left out", () => {
  const flow = {
    units: 6, daysPlanned: 40, daysAnalysed: 30,
    allocated: { treatment: 120, control: 121 }, delivered: { treatment: 70, control: 4, logged: { treatment: 90, control: 91 } }, analysed: { treatment: 90, control: 91 },
    incidents: { total: 0, inUnits: 0, inSeveralUnits: 0, inRings: 0, inSeveralRings: 0, elsewhere: 0 },
  };
  const { svg, csv } = flowDiagram({ flow, width: 680 });
  for (const words of ["6 hotspots × 40 days = 240", "120 of 241 location-days", "70 of 90 that", "4 of 91 that", "90 location-days", "30 not analysed"]) expect(svg).toContain(words);
  expect(csv).toBe("step,treatment,control\r\ndrawn,120,121\r\nlogs reach over,90,91\r\nhad a full patrol,70,4\r\nanalysed,90,91\r\n");
  expect(flowDiagram({ flow: { ...flow, delivered: null }, width: 680 }).svg).toContain("no patrol logs were given");
});

test("what people wrote is escaped, and a table for a spreadsheet starts no formula", () => {
  const figure = armsChart({ comparisons: [comparison('=<script>"&', "count", 3, 4)], measure: "count", width });
  expect(figure.svg).not.toContain("<script>");
  expect(figure.csv).toContain(`"'=<script>""&"`);
});

test("a saved file stands on white with plain colours", () => {
  const { svg, width: wide, height } = standaloneSvg(forestPlot({ rows: RATIOS, what: "incidents", width: 680 }));
  expect(svg).not.toContain("var(");
  expect(svg).toContain(`<rect width="680" height="${height}" fill="#fff"/>`);
  expect(wide).toBe(680);
});

test("an empty trial draws empty charts", () => {
  const none = { ...inventedDosage(0, 0), byWeek: [] };
  for (const figure of [
    armsChart({ comparisons: [], measure: "count", width }),
    forestPlot({ rows: [], what: "incidents", width }),
    patrolLengths({ ...none, lengths: new Float64Array(61), longEnough: null, width }),
    dosageStrip({ dosage: none, series: 0, width }),
    weeklyDosage({ dosage: none, series: 0, width }),
    cumulativeDifference({ days: inventedCumulative(0), first: FIRST, width }),
    hoursChart({ outcome: "Violence", hours: [], width }),
  ]) expect(figure.svg).not.toMatch(/NaN|Infinity|undefined/);
});

function column({ csv }: TrialFigure, name: string): string[] {
  const [head, ...rows] = csvRows(csv).map(({ cells }) => cells);
  const at = head.indexOf(name);
  return rows.map((row) => row[at]);
}

const numbers = (figure: TrialFigure, name: string): number[] => column(figure, name).map(Number.parseFloat);

/** Of both arms, in the order in which they are drawn. */
const marks = ({ svg }: TrialFigure): { readonly x: number }[] =>
  [...svg.matchAll(/<circle cx="([\d.]+)"|<rect x="([\d.]+)" y="[\d.]+" width="7"/g)].map(([, disc, square]) => ({ x: disc ? Number.parseFloat(disc) : Number.parseFloat(square) + 3.5 }));

/** The ticks' places and values: what a reader takes the scale from. */
const ticksAcross = ({ svg }: TrialFigure): (readonly [at: number, value: number])[] =>
  [...svg.matchAll(/<path d="M([\d.]+) [\d.]+V[\d.]+" stroke="[^"]+"\/><text[^>]+>([\d.]+)</g)].map(([, at, value]) => [Number.parseFloat(at), Number.parseFloat(value)]);

const acrossAxis = (figure: TrialFigure): ((at: number) => number) => lineThrough(ticksAcross(figure));

const upAxis = ({ svg }: TrialFigure): ((at: number) => number) =>
  lineThrough([...svg.matchAll(/<path d="M[\d.]+ ([\d.]+)H[\d.]+" stroke="[^"]+"\/><text[^>]+>(−?[\d.,]+)</g)].map(([, at, value]) => [Number.parseFloat(at), Number.parseFloat(value.replace("−", "-"))]));

function lineThrough(ticks: readonly (readonly [at: number, value: number])[]): (at: number) => number {
  const [from, to] = [ticks[0], ticks[ticks.length - 1]];
  return (at) => from[1] + ((at - from[0]) / (to[0] - from[0])) * (to[1] - from[1]);
}

/** To a hundredth of a pixel and the axis' rounding. */
function near(got: readonly number[], expected: readonly number[], within = 0.02): void {
  expect(got).toHaveLength(expected.length);
  got.forEach((value, i) => expect(Math.abs(value - expected[i]), `${i}: ${value} for ${expected[i]}`).toBeLessThanOrEqual(within * Math.max(1, Math.abs(expected[i]))));
}
