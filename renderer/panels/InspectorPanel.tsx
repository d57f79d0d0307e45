// The Selected panel: exact values of what is selected, its live counts, its neighbours.

import { IconPointer } from "@tabler/icons-react";
import { countInAny } from "../../core/geo/countInside.ts";
import { useShownPlan } from "../shownPlan.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/Button.tsx";
import { Explained } from "../ui/Tip.tsx";
import { count, percent } from "../ui/format.ts";
import { deleteSelected, duplicateSelected } from "../actions/editSelection.ts";
import { ExclusionCard } from "./ExclusionCard.tsx";
import { ExpertPointCard } from "./ExpertPointCard.tsx";
import { HotspotCard } from "./HotspotCard.tsx";
import { PatrolAreaCard } from "./PatrolAreaCard.tsx";

export function InspectorPanel() {
  const plan = useShownPlan();
  const selection = useStore((state) => state.selection);
  const index = useStore((state) => state.filtered?.index ?? null);
  const chosen = (list: readonly { readonly id: string }[]) => list.filter(({ id }) => selection.includes(id));
  if (selection.length === 0) {
    return (
      <div className="empty">
        <IconPointer size={28} stroke={1.4} />
        <p>Nothing is selected. Click a hexagon or a patrol area on the map, or press X and click to place a hexagon.</p>
      </div>
    );
  }
  if (selection.length === 1) {
    const [id] = selection;
    const hotspot = plan.hotspots.find((one) => one.id === id);
    if (hotspot) return <HotspotCard key={id} hotspot={hotspot} />;
    const area = plan.patrolAreas.find((one) => one.id === id);
    if (area) return <PatrolAreaCard key={id} area={area} />;
    const point = plan.expertPoints.find((one) => one.id === id);
    if (point) return <ExpertPointCard key={id} point={point} />;
    const exclusion = plan.exclusions.find((one) => one.id === id);
    return exclusion ? <ExclusionCard key={id} exclusion={exclusion} /> : null;
  }
  const shapes = [...plan.hotspots, ...plan.patrolAreas].filter(({ id }) => selection.includes(id)).map(({ shape }) => shape);
  const inside = index ? countInAny(index, shapes) : null;
  return (
    <div className="section">
      <h3>{selection.length} selected</h3>
      <dl className="facts">
        <dt>Hotspots</dt><dd>{chosen(plan.hotspots).length}</dd>
        <dt>Patrol areas</dt><dd>{chosen(plan.patrolAreas).length}</dd>
        <dt>Exclusions</dt><dd>{chosen(plan.exclusions).length}</dd>
        <dt>Expert points</dt><dd>{chosen(plan.expertPoints).length}</dd>
        {inside !== null && index && (
          <>
            <dt><Explained text="Incidents that the filter keeps, inside any of the selected shapes; each counted once">Incidents inside</Explained></dt>
            <dd>{count(inside)} ({percent(inside / Math.max(1, index.total))})</dd>
          </>
        )}
      </dl>
      <div className="actions">
        <Button onPress={duplicateSelected}>Duplicate</Button>
        <Button onPress={deleteSelected}>Delete</Button>
      </div>
    </div>
  );
}
