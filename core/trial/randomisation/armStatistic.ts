// Statistics that compare the arms, as functions of sums over the treated: so that a draw need only give sums.

export type StatisticName = "difference" | "t" | "ratio";

/** Location-days, Σ y and Σ y² of one arm or of both. */
export interface ArmSums {
  readonly n: number;
  readonly y: number;
  readonly squares: number;
}

export const STATISTICS: Readonly<Record<StatisticName, { readonly inWords: string; of(treatment: ArmSums, control: ArmSums): number }>> = {
  difference: {
    inWords: "difference of means, treatment minus control",
    of: (treatment, control) => treatment.y / treatment.n - control.y / control.n,
  },
  t: {
    inWords: "Welch's t, treatment minus control",
    of: (treatment, control) => {
      const error = Math.sqrt(variance(treatment) / treatment.n + variance(control) / control.n);
      const difference = treatment.y / treatment.n - control.y / control.n;
      return error > 0 ? difference / error : 0;
    },
  },
  ratio: {
    inWords: "logarithm of the ratio of means, treatment / control",
    // Half a unit more on either side keeps an arm without events finite.
    of: (treatment, control) => Math.log((treatment.y + 0.5) / treatment.n / ((control.y + 0.5) / control.n)),
  },
};

const variance = ({ n, y, squares }: ArmSums): number => Math.max(0, (squares - (y * y) / n) / (n - 1));
