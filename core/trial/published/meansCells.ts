// The cells of a row of means: what follows from means and a printed t, and from standard deviations where they are printed.

import { InputError } from "../../errors.ts";
import { twoSidedTP } from "../../stats/studentT.ts";
import { compareMeans } from "../evaluate/compareMeans.ts";
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
  const t = printed.statistic === undefined ? null : signedT(printed.statistic, difference);
  return [
    ...mean("treatment", one, treatment),
    ...mean("control", other, control),
    statisticCell(name("t"), { treatment, control, printed, notes }, one.candidate.value, other.candidate.value),
    ...(t ? [publishedCell(name("p"), printed.p, [{ ...ofT(t, (x) => twoSidedTP(x, df)), formula: `two-sided t, ${df} degrees of freedom` }], notes.p)] : []),
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

function statisticCell(name: CellName, { treatment, control, printed, notes }: Pick<PublishedRow, "treatment" | "control" | "printed" | "notes">, one: number, other: number): PublishedCell {
  const { sd: s1 } = treatment, { sd: s2 } = control;
  if (s1 !== undefined && s2 !== undefined) {
    const { tests } = compareMeans({ n: treatment.n, mean: one, variance: s1 ** 2 }, { n: control.n, mean: other, variance: s2 ** 2 })!;
    return publishedCell(name, printed.statistic, [tests.student, tests.welch].map(({ statistic, name: formula }) => ({ value: statistic, formula })), notes.statistic);
  }
  const turned = printed.statistic !== undefined && printedValue(printed.statistic) * (one - other) < 0;
  const why = [
    "t needs the standard deviations, which are not printed",
    ...(turned ? [`the print has the sign of control minus treatment; treatment minus control is ${short(one - other)}`] : []),
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
  return { candidate: { value: printedValue(mean), ...spanOf(mean), formula: "as printed" }, known: false, note: "" };
}

const spanOf = (printed: Printed): Pick<Span, "low" | "high"> => {
  const { low, high } = printedBounds(printed);
  return { low, high };
};
