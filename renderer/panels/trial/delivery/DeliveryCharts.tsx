// Delivery drawn: week by week, by hotspot and day, and how long patrols were.

import { useCallback, useState } from "react";
import { dosageStrip } from "../../../../core/trial/charts/dosageStrip.ts";
import { patrolLengths } from "../../../../core/trial/charts/patrolLengths.ts";
import { weeklyDosage } from "../../../../core/trial/charts/weeklyDosage.ts";
import type { Dosage } from "../../../../core/trial/dosage/dosage.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { TrialChart } from "../TrialChart.tsx";

export function DeliveryCharts({ dosage }: { readonly dosage: Dosage }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { series, lengths, amber, green, longEnough } = dosage;
  const index = Math.max(0, series.findIndex(({ name }) => name === chosen));
  const weekly = useCallback((width: number) => weeklyDosage({ dosage, series: index, width }), [dosage, index]);
  const strip = useCallback((width: number) => dosageStrip({ dosage, series: index, width }), [dosage, index]);
  const histogram = useCallback((width: number) => patrolLengths({ lengths: lengths ?? [], amber, green, longEnough, width }), [lengths, amber, green, longEnough]);
  const name = series[index].name.toLowerCase();
  return (
    <div className="section">
      <h3>Charts</h3>
      <Choice label="Of" value={series[index].name} options={series.map((one) => ({ value: one.name, label: one.name }))} onChange={setChosen} />
      <TrialChart name={`${name} by week`} draw={weekly} />
      <TrialChart name={`${name} by hotspot and day`} draw={strip} />
      {lengths && <TrialChart name="patrol lengths" draw={histogram} />}
    </div>
  );
}
