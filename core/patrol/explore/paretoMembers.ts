// Which allocations no other beats on both counts.

/** null where it could not be judged. */
export interface TradeOff {
  readonly coverage: number | null;
  /** m. */
  readonly meanDistance: number | null;
}

/**
 * True for each one that no other dominates: none has at least its coverage and at most its distance, and is better in one of the
 * two (Brandt et al. 2022, section 4.3). Equals are members together; what could not be judged is none.
 */
export function paretoMembers(all: readonly TradeOff[]): boolean[] {
  return all.map(({ coverage, meanDistance }) => {
    if (coverage === null || meanDistance === null) return false;
    return !all.some(
      (other) =>
        other.coverage !== null &&
        other.meanDistance !== null &&
        other.coverage >= coverage &&
        other.meanDistance <= meanDistance &&
        (other.coverage > coverage || other.meanDistance < meanDistance),
    );
  });
}
