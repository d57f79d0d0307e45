// The live meter: share of crime captured against share of area, overlaps counted once.

import { useDeferredValue, useMemo } from "react";
import { area as areaOf } from "../../../core/geo/area.ts";
import { captured, type Captured } from "../../../core/hotspots/captured.ts";
import { useShownPlan } from "../../shownPlan.ts";
import { useStore } from "../../store.ts";
import { Explained } from "../../ui/Tip.tsx";
import { area, count, decimal, percent } from "../../ui/format.ts";

export function CapturedSummary() {
  const plan = useDeferredValue(useShownPlan());
  const index = useStore((state) => state.filtered?.index ?? null);
  const studyArea = useStore((state) => state.filter.area);
  const whole = useMemo(() => (studyArea.length === 0 ? null : studyArea.reduce((sum, polygon) => sum + areaOf(polygon), 0)), [studyArea]);
  const hotspots = useMemo(() => index && captured(plan.hotspots.map(({ shape }) => shape), index, whole), [plan.hotspots, index, whole]);
  const areas = useMemo(() => index && captured(plan.patrolAreas.map(({ shape }) => shape), index, whole), [plan.patrolAreas, index, whole]);
  if (!hotspots || !areas || plan.hotspots.length + plan.patrolAreas.length === 0) return null;
  return (
    <div className="section">
      <h3>Captured, overlaps counted once</h3>
      <table className="table" aria-label="Captured">
        <thead>
          <tr>
            <th><span className="visually-hidden">What</span></th>
            <th className="number">Incidents</th>
            <th className="number">Share</th>
            <th className="number">Area</th>
            {whole !== null && <th className="number"><Explained text="Prediction accuracy index: share of incidents / share of the study area">PAI</Explained></th>}
          </tr>
        </thead>
        <tbody>
          {plan.hotspots.length > 0 && <Row name={`${plan.hotspots.length} hotspots`} of={hotspots} withPai={whole !== null} />}
          {plan.patrolAreas.length > 0 && <Row name={`${plan.patrolAreas.length} patrol areas`} of={areas} withPai={whole !== null} />}
        </tbody>
      </table>
      {whole === null && <p className="muted">Choose a study area in the Filter panel to see shares of its area.</p>}
    </div>
  );
}

interface RowProps {
  readonly name: string;
  readonly of: Captured;
  readonly withPai: boolean;
}

function Row({ name, of, withPai }: RowProps) {
  return (
    <tr>
      <td>{name}</td>
      <td className="number">{count(of.incidents)}</td>
      <td className="number">{of.incidentShare === null ? "–" : percent(of.incidentShare)}</td>
      <td className="number">{area(of.area)}{of.areaShare === null ? "" : ` (${percent(of.areaShare)})`}</td>
      {withPai && <td className="number">{of.pai === null ? "–" : decimal(of.pai, 1)}</td>}
    </tr>
  );
}
