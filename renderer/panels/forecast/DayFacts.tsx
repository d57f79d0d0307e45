// Which days a forecast is for, as lines of a list of facts.

import { DAY_KINDS, type DayKind } from "../../../core/forecast/holidays.ts";
import { writeDates } from "../../../core/forecast/dateList.ts";
import { count } from "../../ui/format.ts";

export const DayFacts = ({ kind: { forecast, publicHolidays } }: { readonly kind: DayKind }) => (
  <>
    <dt>Days</dt><dd>{DAY_KINDS[forecast]}</dd>
    <dt>Public holidays</dt><dd title={writeDates(publicHolidays)}>{publicHolidays.length === 0 ? "none named" : `${count(publicHolidays.length)} named`}</dd>
  </>
);
