// What an allocation does to offences, areas and people; predictors against objectives against fleets.

import { EffectsSection } from "./EffectsSection.tsx";

export function ExplorePage() {
  return <EffectsSection />;
}
