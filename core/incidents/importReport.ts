// The import report: it adds up, and it names what is odd about the data.

/** Why a record was set aside. */
export interface SetAsideReason {
  /** Stable code: "no-coordinates", "placeholder-coordinates", "bad-date", "too-many-fields", … */
  readonly code: string;
  /** In words, with the remedy where there is one. */
  readonly text: string;
  readonly count: number;
  /** The first few records: line in the file and the raw text (clipped), for the person to look at. */
  readonly examples: readonly { readonly line: number; readonly raw: string }[];
}

/** Something the analyst should know that did not set a record aside. */
export interface ImportNotice {
  readonly code: string;
  readonly text: string;
  readonly count: number;
}

/** Identity: records = loaded + setAside + leftOut. */
export interface ImportReport {
  readonly file: string;
  /** SHA-256 of the file as it was read, hex; "" where the caller gave none. */
  readonly sha256: string;
  readonly preset: string;
  readonly crs: string;
  readonly plane: string;
  readonly precision: string;
  /** Records in the file, after the header. */
  readonly records: number;
  readonly loaded: number;
  readonly setAside: number;
  /** Left out by the user's own choice (duplicates dropped, outside the study area). */
  readonly leftOut: number;
  readonly reasons: readonly SetAsideReason[];
  readonly leftOutReasons: readonly SetAsideReason[];
  readonly notices: readonly ImportNotice[];
  /** Local civil time of the first and last incident, ISO without zone; null without times. */
  readonly from: string | null;
  readonly to: string | null;
}
