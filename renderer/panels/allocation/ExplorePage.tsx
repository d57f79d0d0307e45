// What an allocation does to offences, areas and people; predictors against objectives against fleets.

import { useStore } from "../../store.ts";
import { EffectsSection } from "./EffectsSection.tsx";
import { ExplorationSection } from "./ExplorationSection.tsx";
import { ExplorationView } from "./ExplorationView.tsx";

export function ExplorePage() {
  const exploration = useStore((state) => state.exploration);
  return (
    <>
      <EffectsSection />
      <ExplorationSection />
      {exploration && <ExplorationView shown={exploration} />}
    </>
  );
}
