// Hotspot design in its order: find places, exclude, see whether they last, place, patrol areas, concentration, the record.

import { useStore } from "../store.ts";
import { PageTabs } from "../ui/PageTabs.tsx";
import { AreasPage } from "./hotspots/AreasPage.tsx";
import { ConcentrationPage } from "./hotspots/ConcentrationPage.tsx";
import { ExcludePage } from "./hotspots/ExcludePage.tsx";
import { FindPage } from "./hotspots/FindPage.tsx";
import { PlacePage } from "./hotspots/PlacePage.tsx";
import { RecordPage } from "./hotspots/RecordPage.tsx";
import { StabilityPage } from "./hotspots/StabilityPage.tsx";

const PAGES = [
  { value: "find", label: "Find" },
  { value: "exclude", label: "Exclude" },
  { value: "stability", label: "Stability" },
  { value: "place", label: "Place" },
  { value: "areas", label: "Areas" },
  { value: "concentration", label: "Concentration" },
  { value: "record", label: "Record" },
] as const;

const VIEWS = {
  find: FindPage, exclude: ExcludePage, stability: StabilityPage, place: PlacePage, areas: AreasPage, concentration: ConcentrationPage, record: RecordPage,
} as const;

export function HotspotsPanel() {
  const page = useStore((state) => state.hotspotPage);
  const View = VIEWS[page];
  return (
    <>
      <PageTabs page={page} pages={PAGES} onTurn={(hotspotPage) => useStore.setState({ hotspotPage })} />
      <View />
    </>
  );
}
