// The forecast of the next block: make it, look at it, judge its fit, and test it on blocks that have passed.

import { useState } from "react";
import { committedPlan, useStore } from "../store.ts";
import { PageTabs } from "../ui/PageTabs.tsx";
import { ForecastFitPage } from "./forecast/ForecastFitPage.tsx";
import { ForecastMakePage } from "./forecast/ForecastMakePage.tsx";
import { ForecastMapPage } from "./forecast/ForecastMapPage.tsx";
import { ForecastTestPage } from "./forecast/ForecastTestPage.tsx";
import { SlotsPage } from "./forecast/SlotsPage.tsx";
import { START_CHOICES, START_PLAN } from "./forecast/startPlan.ts";
import { START_SLOTS } from "./forecast/startSlots.ts";

const PAGES = [
  { value: "make", label: "Make" },
  { value: "map", label: "Map" },
  { value: "fit", label: "Fit" },
  { value: "test", label: "Test" },
  { value: "slots", label: "Slots" },
] as const;

export function ForecastPanel() {
  const filtered = useStore((state) => state.filtered);
  const forecast = useStore((state) => state.forecast);
  const expertPoints = useStore((state) => committedPlan(state).expertPoints.length);
  const page = useStore((state) => state.forecastPage);
  const [plan, setPlan] = useState(START_PLAN);
  const [choices, setChoices] = useState(START_CHOICES);
  const [slotSettings, setSlotSettings] = useState(START_SLOTS);
  if (!filtered) {
    return <div className="empty"><p>Load incidents first; then the places and hours of the next week&rsquo;s incidents can be forecast from those that the filter keeps.</p></div>;
  }
  return (
    <>
      <PageTabs page={page} pages={PAGES} onTurn={(forecastPage) => useStore.setState({ forecastPage })} />
      {page === "make" && <ForecastMakePage plan={plan} onChange={setPlan} choices={choices} onChoose={setChoices} incidents={filtered.x.length} expertPoints={expertPoints} onMade={() => useStore.setState({ forecastPage: "map" })} />}
      {page === "test" && <ForecastTestPage plan={plan} choices={choices} incidents={filtered.x.length} />}
      {page === "slots" && <SlotsPage settings={slotSettings} onChange={setSlotSettings} incidents={filtered.x.length} />}
      {(page === "map" || page === "fit") && !forecast && (
        <div className="empty"><p>No forecast is on the map. Make one, or bring one back from the project (File &gt; Results and how they were made).</p></div>
      )}
      {page === "map" && forecast && <ForecastMapPage forecast={forecast} />}
      {page === "fit" && forecast && <ForecastFitPage forecast={forecast} />}
    </>
  );
}
