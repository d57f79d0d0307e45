// The cells of a row of means: what follows from means and a printed t, and from standard deviations where they are printed.

import { InputError } from "../../errors.ts";
import { twoSidedTP } from "../../stats/studentT.ts";
import { compareMeans, type MeansComparison } from "../evaluate/compareMeans.ts";
import { printedBounds, printedValue, type Printed } from "./printedNumber.ts";
import { publishedCell, rawDataNeeded, short, type Candidate, type CellName, type PublishedCell } from "./publishedCell.ts";
import type { PublishedArm, PublishedRow } from "./publishedSchema.ts";
import { wholeCount } from "./wholeCount.ts";

export function meansCells(row: PublishedRow): PublishedCell[] {
  const { table, outcome, measure, treatment, control, printed, notes } = row;
  const one = meanOf(treatment, "treatment", row), other = meanOf(control, "control", row);
  const name = (cell: string): CellName => ({ table, outcome, measure, cell });
  const mean = (arm: string, { known, candidate, note }: Mean, { mean: print }: PublishedArm): PublishedCell[] =>
    known ? [publishedCell(name(`Mean of ${arm}`), print, [candidate], [note, notes.arms].filter(Boolean).join(" "))] : [];
  const difference = one.candidate.value - other.candidate.value;
  const scale = Math.sqrt(1 / treatment.n + 1 / control.n), df = treatment.n + control.n - 2;
  const compared = comparisonOf(treatment, control, one.candidate.value, other.candidate.value);
  const t = printed.statistic !== undefined ? signedT(printed.statistic, difference) : compared ? exactly(compared.student.statistic) : null;
  return [
    ...mean("treatment", one, treatment),
    ...mean("control", other, control),
    statisticCell(name("t"), row, compared, difference),
    ...(t ? [publishedCell(name("p"), printed.p, [
      { ...ofT(t, (x) => twoSidedTP(x, df)), formula: `two-sided t, ${df} degrees of freedom` },
      ...(compared ? [{ value: compared.welch.p, formula: compared.welch.name }] : []),
    ], notes.p)] : []),
    ...(t ? [publishedCell(name("Effect size"), printed.effect, [
      { ...ofT(t, (x) => x * scale), formula: "d = t √(1/n₁ + 1/n₂)" },
      { ...ofT(t, (x) => (2 * x) / Math.sqrt(df)), formula: "d = 2t / √(N − 2)" },
    ], notes.effect)] : []),
    ...(other.candidate.value > 0 ? [publishedCell(name(`Change of ${measure}, %`), printed.change, [changeOf(one.candidate, other.candidate)], notes.change)] : []),
    ...(t && t.value !== 0 ? [publishedCell(name("Implied standard deviation"), undefined, [{ value: Math.abs(difference / (t.value * scale)), formula: "|difference| / (|t| √(1/n₁ + 1/n₂))" }])] : []),
  ];
}

/** With the span that its rounding leaves. */
type Span = Required<Omit<Candidate, "formula">>;

const exactly = (value: number): Span => ({ value, low: value, high: value });

/** Of treatment minus control: the print's own sign is not trusted, as papers mix them. */
function signedT(printed: Printed, difference: number): Span {
  const { low, high } = printedBounds(printed);
  const sign = Math.sign(printedValue(printed)) * (Math.sign(difference) || 1) < 0 ? -1 : 1;
  return sign === 1 ? { value: printedValue(printed), low, high } : { value: -printedValue(printed), low: -high, high: -low };
}

function ofT({ value, low, high }: Span, f: (t: number) => number): Span {
  const ends = [f(low), f(high)].sort((a, b) => a - b);
  return { value: f(value), low: ends[0], high: ends[1] };
}

function changeOf(one: Candidate, other: Candidate): Candidate {
  const change = (a: number, b: number): number => 100 * (a / b - 1);
  return {
    value: change(one.value, other.value),
    low: change(one.low ?? one.value, other.high ?? other.value),
    high: change(one.high ?? one.value, other.low ?? other.value),
    formula: "treatment mean / control mean − 1",
  };
}

/** The tests, where the standard deviations are printed. */
function comparisonOf(treatment: PublishedArm, control: PublishedArm, one: number, other: number): MeansComparison["tests"] | null {
  if (treatment.sd === undefined || control.sd === undefined) return null;
  return compareMeans({ n: treatment.n, mean: one, variance: treatment.sd ** 2 }, { n: control.n, mean: other, variance: control.sd ** 2 })?.tests ?? null;
}

function statisticCell(name: CellName, { printed, notes }: PublishedRow, compared: MeansComparison["tests"] | null, difference: number): PublishedCell {
  if (compared) {
    return publishedCell(name, printed.statistic, [compared.student, compared.welch].map(({ statistic, name: formula }) => ({ value: statistic, formula })), notes.statistic);
  }
  const turned = printed.statistic !== undefined && printedValue(printed.statistic) * difference < 0;
  const why = [
    "t needs the standard deviations, which are not printed",
    ...(turned ? [`the print has the sign of control minus treatment; treatment minus control is ${short(difference)}`] : []),
  ];
  return rawDataNeeded(name, printed.statistic, "t = difference / (s √(1/n₁ + 1/n₂))", `${why.join("; ")}.${notes.statistic ? ` ${notes.statistic}` : ""}`);
}

interface Mean {
  readonly candidate: Candidate;
  /** Whether it is computed from a total, and can be compared with its print. */
  readonly known: boolean;
  readonly note: string;
}

function meanOf({ n, total, mean }: PublishedArm, arm: string, { outcome, measure }: PublishedRow): Mean {
  // Harm need not be whole.
  const recovered = measure === "count" && total === undefined && mean !== undefined ? wholeCount(n, mean, 1) : null;
  const sum = total ?? recovered;
  if (sum !== null) {
    return { candidate: { value: sum / n, formula: `${sum} / ${n}` }, known: true, note: recovered === null ? "" : `${recovered} is the only whole number that over ${n} prints as ${mean}.` };
  }
  if (mean === undefined) throw new InputError(`"${outcome}" has neither a mean nor a total for the ${arm} arm; a row of means needs one. Give it as "mean" or "total".`);
  const { low, high } = printedBounds(mean);
  return { candidate: { value: printedValue(mean), low, high, formula: "as printed" }, known: false, note: "" };
}
