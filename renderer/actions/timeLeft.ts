// Adds the time left to the words of a progress line: what is done so far, and how long it took.

/** s before a guess is worth anything. */
const FIRST = 2;

type Progress = (fraction: number, note?: string) => void;

/** @param clock - s */
export function withTimeLeft(report: Progress, clock: () => number = () => performance.now() / 1000): Progress {
  const start = clock();
  return (fraction, note = "") => {
    const taken = clock() - start;
    if (taken < FIRST || fraction < 0.02 || fraction >= 1) return report(fraction, note);
    const left = inWords((taken * (1 - fraction)) / fraction);
    report(fraction, note === "" ? left : `${note}, ${left}`);
  };
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s left`;
  return `${Math.round(seconds / 60)} min left`;
}
