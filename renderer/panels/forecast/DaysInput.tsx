// Which kind of day the forecast is for, and which days are public holidays.

import { useState } from "react";
import { InputError } from "../../../core/errors.ts";
import { parseDates, writeDates } from "../../../core/forecast/dateList.ts";
import type { ModelNumber } from "../../../core/forecast/models.ts";
import { knowsDays, type ForecastChoices } from "../../actions/choicesOf.ts";
import { Choice } from "../../ui/Choice.tsx";
import { CommitText } from "../../ui/CommitText.tsx";
import { Explained } from "../../ui/Tip.tsx";

const MEANS =
  "The kind of day is a covariate of every event (eq. 35, Table 14 of the Delhi paper): past events on the same kind of day weigh 1 − λ, on the other λ, and λ is learned. " +
  "The forecast is for the block's days of that kind.";

interface Props {
  readonly choices: ForecastChoices;
  readonly model: ModelNumber;
  readonly onChange: (patch: Partial<ForecastChoices>) => void;
}

export function DaysInput({ choices: { days, publicHolidays }, model, onChange }: Props) {
  const [fault, setFault] = useState<string | null>(null);
  const known = knowsDays(model);
  const read = (text: string): void => {
    try {
      onChange({ publicHolidays: parseDates(text) });
      setFault(null);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      setFault(error.message);
    }
  };
  return (
    <>
      <Choice
        label="Days"
        value={known ? days : "any"}
        options={[{ value: "any", label: "Any day" }, { value: "workday", label: "Working days" }, { value: "holiday", label: "Weekends and holidays" }]}
        onChange={(next) => onChange({ days: next })}
        isDisabled={!known}
      />
      {!known && <p className="muted hint">Silverman&rsquo;s rule estimates nothing, and so not how much the kind of day matters.</p>}
      {known && days !== "any" && (
        <>
          <p className="muted hint"><Explained text={MEANS}>What this changes</Explained></p>
          <div className="stacked">
            <CommitText label="Public holidays, as 2025-12-25, …" value={writeDates(publicHolidays)} onCommit={read} />
            {fault && <p className="bad hint" role="alert">{fault}</p>}
            {publicHolidays.length === 0 && !fault && <p className="muted hint">None named: Saturdays and Sundays alone count as holidays.</p>}
          </div>
        </>
      )}
    </>
  );
}
