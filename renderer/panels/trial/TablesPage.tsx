// Tables from their own summary counts: two groups compared at once, and a paper's tables computed again.

import "./tables/tables.css";
import { useState } from "react";
import { Choice } from "../../ui/Choice.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { DisplacementTable } from "./tables/DisplacementTable.tsx";
import { MeansTable } from "./tables/MeansTable.tsx";
import { PaperTable } from "./tables/PaperTable.tsx";
import { ProportionsTable } from "./tables/ProportionsTable.tsx";
import { RatesTable } from "./tables/RatesTable.tsx";

const KINDS = [
  { value: "proportions", label: "Two proportions" },
  { value: "means", label: "Two means" },
  { value: "rates", label: "Two rates" },
  { value: "displacement", label: "Displacement" },
  { value: "paper", label: "A paper's tables" },
] as const;

const VIEWS = { proportions: ProportionsTable, means: MeansTable, rates: RatesTable, displacement: DisplacementTable } as const;

export function TablesPage() {
  const [kind, setKind] = useState<(typeof KINDS)[number]["value"]>("proportions");
  const [level, setLevel] = useState(5);
  const View = kind === "paper" ? null : VIEWS[kind];
  return (
    <>
      <div className="section">
        <Choice label="Table" value={kind} options={KINDS} onChange={setKind} />
        {View && <NumberInput label="Level of the tests" unit="%" min={0.1} max={50} digits={1} value={level} onChange={setLevel} />}
      </div>
      {View ? <View level={level / 100} /> : <PaperTable />}
    </>
  );
}
