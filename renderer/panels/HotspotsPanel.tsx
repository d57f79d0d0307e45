// Hotspot design in its order: find places, exclude, see whether they last, place, patrol areas, concentration, the record.

import { useRef } from "react";
import { useStore, type HotspotPage } from "../store.ts";
import { Segments } from "../ui/Choice.tsx";
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
  const head = useRef<HTMLDivElement>(null);
  const turnTo = (next: HotspotPage): void => {
    useStore.setState({ hotspotPage: next });
    head.current?.closest(".panel")?.scrollTo(0, 0);
  };
  const View = VIEWS[page];
  return (
    <>
      <div ref={head} className="section pages">
        <Segments label="Show" value={page} options={PAGES} onChange={turnTo} />
      </div>
      <View />
    </>
  );
}
