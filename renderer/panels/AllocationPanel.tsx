// Patrol allocation: the best places for a fleet, the trade-off and the fleet's size, what is uncertain, and what it does to whom.

import { useStore } from "../store.ts";
import { PageTabs } from "../ui/PageTabs.tsx";
import { ExplorePage } from "./allocation/ExplorePage.tsx";
import { FleetPage } from "./allocation/FleetPage.tsx";
import { FrontierPage } from "./allocation/FrontierPage.tsx";
import { OptimisePage } from "./allocation/OptimisePage.tsx";
import { UncertaintyPage } from "./allocation/UncertaintyPage.tsx";

const PAGES = [
  { value: "optimise", label: "Optimise" },
  { value: "frontier", label: "Trade-off" },
  { value: "fleet", label: "Fleet" },
  { value: "uncertainty", label: "Uncertainty" },
  { value: "explore", label: "Explore" },
] as const;

const VIEWS = { optimise: OptimisePage, frontier: FrontierPage, fleet: FleetPage, uncertainty: UncertaintyPage, explore: ExplorePage } as const;

export function AllocationPanel() {
  const hasIncidents = useStore((state) => state.filtered !== null);
  const page = useStore((state) => state.allocationPage);
  if (!hasIncidents) {
    return <div className="empty"><p>Load incidents first; then cars can be posted so that most of them are within reach.</p></div>;
  }
  const View = VIEWS[page];
  return (
    <>
      <PageTabs page={page} pages={PAGES} onTurn={(allocationPage) => useStore.setState({ allocationPage })} />
      <View />
    </>
  );
}
