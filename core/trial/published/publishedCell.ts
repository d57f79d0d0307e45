// One cell of a published table computed again, and whether it is what was printed.

import type { Measure } from "../protocol.ts";
import { printedBounds, type Printed } from "./printedNumber.ts";

/**
 * "same": to the printed digits; "sign": the same size with the other sign; "differs"; "raw data needed": it cannot be computed from what is
 * printed; "not printed": there is nothing to compare with.
 */
export type Verdict = "same" | "sign" | "differs" | "raw data needed" | "not printed";

export interface PublishedCell {
  readonly table: string;
  readonly outcome: string;
  /** "prevalence", "count", "harm" or "dosage"; "claim" of what the text says beside its tables. */
  readonly measure: Measure | "dosage" | "claim";
  /** "Effect size", "Prevalence of treatment, %", … */
  readonly cell: string;
  readonly printed: string | null;
  /** In the unit of the print, treatment minus control; null where raw data are needed. */
  readonly computed: number | null;
  /** Of `computed`: the formula that gives the print, where one does. */
  readonly formula: string;
  readonly verdict: Verdict;
  /** Why it differs, and what a reader must know; "" where there is nothing to say. */
  readonly reason: string;
}

/** One way to compute a cell. */
export interface Candidate {
  readonly value: number;
  /** What it can be, given the rounding of the printed numbers that it is made of; not given: exact. */
  readonly low?: number;
  readonly high?: number;
  readonly formula: string;
}

export type CellName = Pick<PublishedCell, "table" | "outcome" | "measure" | "cell">;

/**
 * The first candidate that gives the print, else the first with the other sign, else the first of all with what the others give.
 * @param candidates - at least one
 * @param note - said whatever the verdict
 */
export function publishedCell(name: CellName, printed: Printed | undefined, candidates: readonly Candidate[], note = ""): PublishedCell {
  const [first, ...others] = candidates;
  const cell = (candidate: Candidate, verdict: Verdict, why: string): PublishedCell =>
    ({ ...name, printed: printed === undefined ? null : String(printed), computed: candidate.value, formula: candidate.formula, verdict, reason: sentences(why, note) });
  if (printed === undefined) return cell(first, "not printed", "");
  const same = candidates.find((candidate) => isPrint(printed, candidate, 1));
  if (same) {
    const wrong = candidates.slice(0, candidates.indexOf(same));
    return cell(same, "same", wrong.map(told).join("; "));
  }
  const turned = candidates.find((candidate) => isPrint(printed, candidate, -1));
  if (turned) return cell(turned, "sign", `Treatment minus control is ${short(turned.value)}; the print ${turned.value < 0 ? "has no sign, or is control minus treatment" : "is control minus treatment"}.`);
  return cell(first, "differs", [truncated(printed, first.value) ?? "", ...others.map(told)].filter(Boolean).join("; "));
}

/** A cell that needs the raw data. */
export const rawDataNeeded = (name: CellName, printed: Printed | undefined, formula: string, reason: string): PublishedCell =>
  ({ ...name, printed: printed === undefined ? null : String(printed), computed: null, formula, verdict: "raw data needed", reason });

function isPrint(printed: Printed, { value, low = value, high = value }: Candidate, sign: 1 | -1): boolean {
  const bounds = printedBounds(printed);
  const [from, to] = sign === 1 ? [low, high] : [-high, -low];
  // A number on the boundary may be rounded either way.
  const slack = 1e-9 * Math.max(Math.abs(from), Math.abs(to));
  return from <= bounds.high + slack && to >= bounds.low - slack;
}

function truncated(printed: Printed, value: number): string | null {
  const { digits, low, high } = printedBounds(printed);
  if (digits === null) return null;
  const cut = Math.trunc(value * 10 ** digits) / 10 ** digits;
  return cut > low && cut < high ? `Cut off, not rounded: ${short(value)} rounds to ${value.toFixed(digits)}` : null;
}

const told = ({ value, formula }: Candidate): string => `${formula} gives ${short(value)}`;

/** Five digits tell apart what papers print. */
export const short = (value: number): string => String(Number.parseFloat(value.toPrecision(5))).replace("-", "−");

const sentences = (...parts: readonly string[]): string => parts.filter(Boolean).map((part) => (part.endsWith(".") ? part : `${part}.`)).join(" ");
