// The Thames Valley trials' own tables and claims, as their report prints them: a worked example of the published tables.
// Olphin et al. (2025), "What Works Series: Hotspots Policing", Thames Valley Violence Prevention Partnership; Trial One, figures 7 and 9.

import { publishedCell, type Candidate, type PublishedCell } from "./publishedCell.ts";
import { publishedTablesSchema, type PublishedTablesInput } from "./publishedSchema.ts";
import { publishedTables, type PublishedTables } from "./publishedTables.ts";

const TREATMENT = 2874, CONTROL = 2886;
const DAYS = TREATMENT + CONTROL;

type Row = PublishedTablesInput["rows"][number];
type Arm = Omit<Row["treatment"], "n">;

const row = (table: string, outcome: string, measure: Row["measure"], treatment: Arm, control: Arm, printed: Row["printed"], notes?: Row["notes"]): Row =>
  ({ table, outcome, measure, treatment: { n: TREATMENT, ...treatment }, control: { n: CONTROL, ...control }, printed, notes });

const SEVEN = "Figure 7", NINE = "Figure 9";
const BACK_SOLVED = "The counts are not printed: 548 and 603 are the only pair that gives both means and the fall of 8.74 %.";

export const THAMES_VALLEY: PublishedTablesInput = {
  title: "Thames Valley, Trial One",
  rows: [
    row(SEVEN, "Full patrols", "dosage", { mean: "1.255" }, { mean: "0.018" }, { statistic: "46.714", p: "<0.0001", effect: "1.231" }),
    row(SEVEN, "Reported patrols", "dosage", { mean: "1.345" }, { mean: "0.020" }, { statistic: "48.319", p: "<0.0001", effect: "1.273" }),
    row(SEVEN, "Airwave pings by JOU", "dosage", { mean: "11.385" }, { mean: "5.892" }, { statistic: "18.76", p: "<0.0001", effect: "0.494", change: "93" }),
    row(SEVEN, "Airwave pings by others", "dosage", { mean: "56.780" }, { mean: "51.131" }, { statistic: "1.784", p: "0.075", effect: "0.047" }),
    row(SEVEN, "All Airwave pings", "dosage", { mean: "68.166" }, { mean: "57.023" }, { statistic: "3.431", p: "<0.001", effect: "0.090", change: "19" }),
    row(NINE, "Violent crime", "prevalence", { yes: 359, percent: "12.49" }, { yes: 407, percent: "14.10" }, { statistic: "-3.104", p: "0.078", effect: "0.046" }),
    row(NINE, "Violent crime", "count", { total: 548, mean: "0.191" }, { total: 603, mean: "0.209" }, { statistic: "-1.132", p: "0.258", effect: "0.030", change: "-8.74" }, {
      arms: BACK_SOLVED,
      change: "The report calls it a fall of prevalence; it is the fall of the mean count. Prevalence fell by 11.4 %.",
    }),
    row(NINE, "Violent crime", "harm", { mean: "12.787" }, { mean: "13.997" }, { statistic: "-0.391", p: "0.696", effect: "0.010" }),
    row(NINE, "Violent and sexual crime", "prevalence", { percent: "12.98" }, { percent: "14.62" }, { statistic: "3.1342", p: "0.07667", effect: "0.0467" }),
    row(NINE, "Violent and sexual crime", "count", { mean: "0.2011134" }, { mean: "0.2200277" }, { statistic: "1.1276", p: "0.2595", effect: "0.0297" }),
    row(NINE, "Violent and sexual crime", "harm", { mean: "17.87926" }, { mean: "16.69109" }, { statistic: "-0.30684", p: "0.759", effect: "-0.0081" }, { statistic: 'A stray letter follows it in the print: "-0.30684d".' }),
    row(NINE, "All crime", "prevalence", { yes: 825, percent: "28.71" }, { yes: 846, percent: "29.31" }, { statistic: "0.230", p: "0.632", effect: "0.013" }),
    row(NINE, "All crime", "count", { mean: "0.462" }, { mean: "0.485" }, { statistic: "0.924", p: "0.356", effect: "0.024" }),
    row(NINE, "All crime", "harm", { mean: "20.026" }, { mean: "19.963" }, { statistic: "-0.015", p: "0.988", effect: "-0.000" }),
  ],
};

const claim = (outcome: string, cell: string, printed: string, candidate: Candidate, note?: string): PublishedCell =>
  publishedCell({ table: "Claims in the text", outcome, measure: "claim", cell }, printed, [candidate], note);

const sum = (parts: readonly number[], half: number, formula: string): Candidate => {
  const value = parts.reduce((a, b) => a + b);
  return { value, low: value - half, high: value + half, formula };
};

const SHIFTS = (19 * 2.01 + 26 * 0.71) / 45;

const claims = (): PublishedCell[] => [
  claim("Hotspot days", "location-days", "5,760", { value: 45 * 128, formula: "45 hotspots × 128 days = 2,874 + 2,886" }),
  claim("All Airwave pings, treatment", "mean", "68.166", sum([11.385, 56.78], 0.001, "JOU + others, each to 0.0005"), "The difference is rounding."),
  claim("All Airwave pings, control", "mean", "57.023", sum([5.892, 51.131], 0.001, "JOU + others, each to 0.0005")),
  claim("Additional full patrols", "patrols", ">3,500", { value: (1.255 - 0.018) * TREATMENT, formula: "(1.255 − 0.018) × 2,874" }),
  claim("Full patrols per treated hotspot and day", "patrols", "1.255", { value: SHIFTS, low: SHIFTS - 0.005, high: SHIFTS + 0.005, formula: "(19 × 2.01 by day + 26 × 0.71 by night) / 45, each to 0.005" }),
  claim("Days to a crime in a hotspot", "days", "3 to 4", { value: DAYS / (825 + 846), formula: "5,760 / (825 + 846)" }, "Counts location-days with a crime (prevalence)."),
  claim("Days to a violent crime in a hotspot", "days", "7.5", { value: DAYS / (359 + 407), formula: "5,760 / (359 + 407)" }, "Counts location-days with a violent crime (prevalence)."),
  claim("Days to a crime of any type", "days", "2", { value: DAYS / (0.462 * TREATMENT + 0.485 * CONTROL), formula: "5,760 / (0.462 × 2,874 + 0.485 × 2,886)" }, "Counts crimes."),
  claim("Days to a violent offence", "days", "5", { value: DAYS / (548 + 603), formula: "5,760 / (548 + 603)" }, "Counts crimes."),
  claim("Area of a hexagon of 150 m", "football pitches", "7", { value: ((3 * Math.sqrt(3)) / 2) * 150 ** 2 / (105 * 68), formula: "58,457 m² / (105 m × 68 m)" }, "The print would need pitches of 8,351 m², larger than the standard 7,140 m²."),
];

/** Figures 7 and 9, and what the text claims. */
export function thamesValleyTables(): PublishedTables {
  const { title, cells } = publishedTables(publishedTablesSchema.parse(THAMES_VALLEY));
  return { title, cells: [...cells, ...claims()] };
}
