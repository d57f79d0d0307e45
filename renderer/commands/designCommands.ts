// Design: cells, hotspots, patrol areas.

import { IconHexagons, IconMagnetFilled, IconScissors, IconVectorBezier } from "@tabler/icons-react";
import { cutExclusions, mergeSelected } from "../actions/editPolygons.ts";
import { nudgeHexagons } from "../actions/nudgeHexagons.ts";
import { tessellateIncidents } from "../actions/tessellation.ts";
import { showPanel } from "../frame/dockHandle.ts";
import type { HotspotPage } from "../pages.ts";
import { committedPlan, useStore } from "../store.ts";
import type { Command } from "./command.ts";
import { needsHotspot, needsIncidents } from "./unavailable.ts";

const PAGES: readonly { readonly page: HotspotPage; readonly title: string; readonly hint: string }[] = [
  { page: "find", title: "Find hotspots", hint: "By several methods side by side" },
  { page: "exclude", title: "Exclude places by rules", hint: "Hospitals, prisons, schools, roads that cannot be patrolled" },
  { page: "stability", title: "Ask whether hotspots last", hint: "Counts by year and month, trend, busiest days" },
  { page: "place", title: "Find the best set of hexagons", hint: "Anywhere, in any rotation, with a proved bound" },
  { page: "areas", title: "Outline concentrations of crime", hint: "Cells that hold a target share, patrol areas round them, and the meter" },
  { page: "concentration", title: "Measure the concentration of crime", hint: "Lorenz curve, Gini, and the plan against the best" },
  { page: "record", title: "Show the design log", hint: "What was done, by how much, and what it gained" },
];

export const designCommands: readonly Command[] = [
  {
    id: "design.cells",
    title: "Count incidents in hexagons",
    hint: "Over the whole study area, ranked",
    menu: "Design",
    section: 0,
    icon: IconHexagons,
    toolbar: "analyse",
    unavailable: needsIncidents,
    run: async () => {
      showPanel("hotspots");
      const plan = committedPlan(useStore.getState());
      await tessellateIncidents({ kind: "hexagon", side: plan.side, rotation: 0 });
    },
  },
  {
    id: "design.best-place",
    title: "Best place nearby",
    hint: "Moves and turns the selected hexagons to where more incidents are inside, keeping all distances",
    menu: "Design",
    section: 1,
    icon: IconMagnetFilled,
    keys: ["B"],
    unavailable: needsHotspot,
    run: () => nudgeHexagons(useStore.getState().selection),
  },
  {
    id: "design.merge",
    title: "Merge the selected patrol areas",
    menu: "Design",
    section: 2,
    icon: IconVectorBezier,
    unavailable: (state) => {
      const chosen = committedPlan(state).patrolAreas.filter(({ id }) => state.selection.includes(id));
      return chosen.length >= 2 ? null : "Select two or more patrol areas first";
    },
    run: mergeSelected,
  },
  {
    id: "design.cut",
    title: "Cut the exclusions out of the selected patrol areas",
    menu: "Design",
    section: 2,
    icon: IconScissors,
    unavailable: (state) => {
      const plan = committedPlan(state);
      if (!plan.patrolAreas.some(({ id }) => state.selection.includes(id))) return "Select a patrol area first";
      return plan.exclusions.length > 0 ? null : "Draw an exclusion first (E)";
    },
    run: cutExclusions,
  },
  ...PAGES.map(({ page, title, hint }): Command => ({
    id: `design.${page}`,
    title,
    hint,
    menu: "Design",
    section: 3,
    run: () => {
      useStore.setState({ hotspotPage: page });
      showPanel("hotspots");
    },
  })),
];
