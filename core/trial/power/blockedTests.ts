// Three tests of one simulated trial, kept up to date while incidents are taken away one by one.

import type { DrawDesign, DrawnArms } from "./trialDraw.ts";

/** Statistics to be held against the normal's (of `independent` Student's) critical value. */
export interface Statistics {
  /** Student's t of all location-days as independent; of 0 and 1 its square is close to the chi-squared test's. */
  readonly independent: number;
  /** (sum over the treated − its expectation) / its standard deviation, both over every draw that could have been made. */
  readonly blocked: number;
  /** The same of what is left after each item's mean over the trial is taken away. */
  readonly adjusted: number;
}

export interface BlockedTests {
  /** Takes `amount` from a location-day. */
  take(cell: number, amount: number): void;
  statistics(): Statistics;
}

/**
 * A block b is an occasion of a stratum: n items with values v, k of them drawn. Under the null the sum T over the drawn has mean
 * Σ_b k/n Σv and variance Σ_b k (n − k) / (n (n − 1)) Σ(v − v̄)² (Neyman 1923; sampling without replacement); of a pair of days v is
 * the first day less the second. Subtracting any function of the values alone, such as an item's mean, leaves the test valid.
 *
 * Sums are kept so that a statistic costs blocks + items, however many location-days there are.
 * @param values - day × units + unit; taken over and changed
 */
export function blockedTests(values: Float64Array, { units, period, itemOf, strata }: DrawDesign, { arms, drawn, treated }: DrawnArms): BlockedTests {
  const cells = values.length, items = drawn.length / (treated.length / strata.length), occasions = drawn.length / items;
  const stratumOf = new Int32Array(items);
  for (const [s, members] of strata.entries()) for (const item of members) stratumOf[item] = s;

  const value = new Float64Array(drawn.length), weight = new Float64Array(treated.length);
  const sum = new Float64Array(treated.length), squares = new Float64Array(treated.length), drawnSum = new Float64Array(treated.length);
  // By item: its sum over the trial, the sum weighted by its blocks, how often it was drawn less how often it should have been.
  const total = new Float64Array(items), weighted = new Float64Array(items), excess = new Float64Array(items);
  const stratumWeight = new Float64Array(strata.length);
  let allTreated = 0, sumTreated = 0, squaresTreated = 0, sumControl = 0, squaresControl = 0;

  for (let day = 0, cell = 0; cell < cells; day++) {
    const row = Math.floor(day / period) * items, sign = day % period === 1 ? -1 : 1;
    for (let unit = 0; unit < units; unit++, cell++) {
      const y = values[cell];
      if (arms[cell] === 1) allTreated++;
      // Most location-days have nothing.
      if (y === 0) continue;
      value[row + itemOf[unit]] += sign * y;
      if (arms[cell] === 1) {
        sumTreated += y;
        squaresTreated += y * y;
      } else {
        sumControl += y;
        squaresControl += y * y;
      }
    }
  }
  for (let b = 0; b < treated.length; b++) {
    const s = b % strata.length, n = strata[s].length, k = treated[b];
    weight[b] = n > 1 ? (k * (n - k)) / (n * (n - 1)) : 0;
    stratumWeight[s] += weight[b];
  }
  for (let o = 0, at = 0; o < occasions; o++) {
    for (let item = 0; item < items; item++, at++) {
      const s = stratumOf[item], b = o * strata.length + s, v = value[at];
      excess[item] += drawn[at] - treated[b] / strata[s].length;
      if (v === 0) continue;
      sum[b] += v;
      squares[b] += v * v;
      if (drawn[at] === 1) drawnSum[b] += v;
      total[item] += v;
      weighted[item] += weight[b] * v;
    }
  }

  return {
    take(cell, amount) {
      const y = values[cell];
      values[cell] = y - amount;
      const squaresLess = y * y - (y - amount) * (y - amount);
      if (arms[cell] === 1) {
        sumTreated -= amount;
        squaresTreated -= squaresLess;
      } else {
        sumControl -= amount;
        squaresControl -= squaresLess;
      }
      const day = Math.floor(cell / units), o = Math.floor(day / period), item = itemOf[cell - day * units];
      const at = o * items + item, b = o * strata.length + stratumOf[item], less = day % period === 1 ? -amount : amount;
      squares[b] += (value[at] - less) ** 2 - value[at] ** 2;
      value[at] -= less;
      sum[b] -= less;
      if (drawn[at] === 1) drawnSum[b] -= less;
      total[item] -= less;
      weighted[item] -= weight[b] * less;
    },
    statistics() {
      const nTreated = allTreated, nControl = cells - allTreated;
      const within = squaresTreated - sumTreated ** 2 / nTreated + squaresControl - sumControl ** 2 / nControl;
      const error = Math.sqrt((within / (cells - 2)) * (1 / nTreated + 1 / nControl));

      const means = new Float64Array(strata.length);
      let residual = 0, adjustment = 0;
      for (let item = 0; item < items; item++) {
        const mean = total[item] / occasions, s = stratumOf[item];
        means[s] += mean;
        residual += stratumWeight[s] * mean * mean - 2 * mean * weighted[item];
        adjustment += mean * excess[item];
      }
      let difference = 0, variance = 0;
      for (let b = 0; b < sum.length; b++) {
        const s = b % strata.length, n = strata[s].length;
        difference += drawnSum[b] - (treated[b] / n) * sum[b];
        variance += weight[b] * (squares[b] - (sum[b] * sum[b]) / n);
        residual += weight[b] * (squares[b] - (sum[b] - means[s]) ** 2 / n);
      }
      return {
        independent: ratio(sumTreated / nTreated - sumControl / nControl, error * error),
        blocked: ratio(difference, variance),
        adjusted: ratio(difference - adjustment, residual),
      };
    },
  };
}

/** Rounding leaves a trace of variance where there is none. */
const ratio = (difference: number, variance: number): number => (variance > 1e-12 ? difference / Math.sqrt(variance) : 0);
