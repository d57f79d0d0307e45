// The best place nearby, and the best set of hexagons, against the ones placed by hand.

import { useStore } from "../../store.ts";
import { BestSetSection } from "./BestSetSection.tsx";
import { HotspotTable } from "./HotspotTable.tsx";
import { NudgeSection } from "./NudgeSection.tsx";
import { PlacementSearchView } from "./PlacementSearchView.tsx";
import { PlacementView } from "./PlacementView.tsx";

export function PlacePage() {
  const hasIncidents = useStore((state) => state.filtered !== null);
  const search = useStore((state) => state.placementSearch);
  const placement = useStore((state) => state.placement);
  if (!hasIncidents) return <div className="empty"><p>Load incidents first; then hexagons can be placed where most of them are inside.</p></div>;
  return (
    <>
      <NudgeSection />
      <BestSetSection />
      {search ? <PlacementSearchView search={search} /> : placement && <PlacementView placement={placement} />}
      <HotspotTable />
    </>
  );
}
