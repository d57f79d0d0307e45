// The live meter: share of crime captured against share of area, overlaps counted once.

import { useMemo } from "react";
import { area as areaOf } from "../../core/geo/area.ts";
import { captured, type Captured } from "../../core/hotspots/captured.ts";
import { currentPlan, useStore } from "../store.ts";
import { Explained } from "../ui/Tip.tsx";
import { area, count, decimal, percent } from "../ui/format.ts";

export function CapturedSummary() {
  const plan = useStore(currentPlan);
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
            <th className="number"><Explained text={whole === null ? "Set a study area in the Filter panel to see the share of its area" : "Share of the study area; PAI = share of incidents / share of area"}>Share · PAI</Explained></th>
          </tr>
        </thead>
        <tbody>
          {plan.hotspots.length > 0 && <Row name={`${plan.hotspots.length} hotspots`} of={hotspots} />}
          {plan.patrolAreas.length > 0 && <Row name={`${plan.patrolAreas.length} patrol areas`} of={areas} />}
        </tbody>
      </table>
    </div>
  );
}

function Row({ name, of }: { readonly name: string; readonly of: Captured }) {
  return (
    <tr>
      <td>{name}</td>
      <td className="number">{count(of.incidents)}</td>
      <td className="number">{of.incidentShare === null ? "–" : percent(of.incidentShare)}</td>
      <td className="number">{area(of.area)}</td>
      <td className="number">{of.areaShare === null || of.pai === null ? "–" : `${percent(of.areaShare, 2)} · ${decimal(of.pai, 1)}`}</td>
    </tr>
  );
}
