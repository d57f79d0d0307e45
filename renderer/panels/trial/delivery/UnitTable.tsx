// Delivery by hotspot: days with a full patrol, and patrols a treatment day.

import { useState } from "react";
import type { Dosage, UnitDosage } from "../../../../core/trial/dosage/dosage.ts";
import { ChoiceTable, type Column } from "../../../ui/ChoiceTable.tsx";
import { count, decimal, percent } from "../../../ui/format.ts";

const part = (yes: number, of: number): number => (of > 0 ? yes / of : 0);

const COLUMNS: readonly Column<UnitDosage>[] = [
  {
    head: "Treated", text: "Treatment days with at least one full patrol ÷ treatment days.",
    order: ({ delivered, treatmentDays }) => part(delivered, treatmentDays), words: ({ delivered, treatmentDays }) => percent(part(delivered, treatmentDays), 0), more: ({ delivered, treatmentDays }) => `${count(delivered)} of ${count(treatmentDays)} treatment days`,
  },
  {
    head: "Control", text: "Control days with at least one full patrol ÷ control days.",
    order: ({ contaminated, controlDays }) => part(contaminated, controlDays), words: ({ contaminated, controlDays }) => percent(part(contaminated, controlDays), 0), more: ({ contaminated, controlDays }) => `${count(contaminated)} of ${count(controlDays)} control days`,
  },
  { head: "Full a day", text: "Full patrols per treatment day.", order: ({ fullPatrols, treatmentDays }) => part(fullPatrols, treatmentDays), words: ({ fullPatrols, treatmentDays }) => decimal(part(fullPatrols, treatmentDays), 2) },
  { head: "Minutes", text: "Minutes patrolled per treatment day.", order: ({ minutes, treatmentDays }) => part(minutes, treatmentDays), words: ({ minutes, treatmentDays }) => decimal(part(minutes, treatmentDays), 0) },
];

export function UnitTable({ dosage: { byUnit } }: { readonly dosage: Dosage }) {
  const [chosen, setChosen] = useState<UnitDosage | null>(null);
  if (byUnit.length === 0) return null;
  return (
    <div className="section">
      <h3>By hotspot</h3>
      <ChoiceTable name="Delivery by hotspot" first="Hotspot" rows={byUnit} columns={COLUMNS} nameOf={({ name }) => name} chosen={chosen} onChoose={setChosen} />
    </div>
  );
}
