// Patrol areas from concentrations of crime, with what they hold beside them.

import { useState } from "react";
import { useStore } from "../../store.ts";
import { AllHoursSection } from "./AllHoursSection.tsx";
import { MeterSection } from "./MeterSection.tsx";
import { OutlineSection } from "./OutlineSection.tsx";
import { TargetSection } from "./TargetSection.tsx";
import { ViolationsSection } from "./ViolationsSection.tsx";

export function AreasPage() {
  const hasIncidents = useStore((state) => state.filtered !== null);
  const shown = useStore((state) => state.targetCells);
  const [choice, setChoice] = useState({ of: shown, group: 0 });
  if (!hasIncidents) return <div className="empty"><p>Load incidents first; then patrol areas can be drawn where they concentrate.</p></div>;
  const chosen = choice.of === shown ? choice.group : 0;
  return (
    <>
      <TargetSection chosen={chosen} onChoose={(group) => setChoice({ of: shown, group })} />
      {shown && shown.found.groups.length > 0 && <OutlineSection shown={shown} chosen={chosen} />}
      <MeterSection />
      <ViolationsSection />
      <AllHoursSection />
    </>
  );
}
