// The percentage change, always labelled with what it is of.

import { Explained } from "../../../ui/Tip.tsx";
import { percent } from "../../../ui/format.ts";

interface Props {
  /** Treatment / control − 1; null where the control has none. */
  readonly share: number | null;
  readonly of: "prevalence" | "count" | "harm" | "dosage";
}

export function Change({ share, of }: Props) {
  return (
    <>
      <Explained text={`Treatment / control − 1, of the ${of} per location-day.`}>{`Change of ${of}`}</Explained>
      {": "}
      <strong>{share === null ? "none, as the control has 0" : percent(share).replace("-", "−")}</strong>
    </>
  );
}
