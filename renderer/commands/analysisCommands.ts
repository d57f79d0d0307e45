// Analyses: each has its panel.

import { IconCalendarStats, IconCarGarage, IconChartDots3 } from "@tabler/icons-react";
import { explainHighestCell, explainMiddleCell } from "../actions/explainForecast.ts";
import type { AllocationPage } from "../pages.ts";
import { useStore } from "../store.ts";
import { showPanel } from "../frame/dockHandle.ts";
import type { Command } from "./command.ts";
import { needsForecast, needsIncidents } from "./unavailable.ts";

/** The Allocation panel at a page. */
const showAllocationPage = (allocationPage: AllocationPage) => (): void => {
  useStore.setState({ allocationPage });
  showPanel("allocation");
};

function showSlots(): void {
  useStore.setState({ forecastPage: "slots" });
  showPanel("forecast");
}

export const analysisCommands: readonly Command[] = [
  {
    id: "analysis.density",
    title: "Kernel density",
    hint: "A smooth surface of incidents per km²",
    menu: "Analysis",
    icon: IconChartDots3,
    toolbar: "analyse",
    unavailable: needsIncidents,
    run: () => showPanel("density"),
  },
  {
    id: "analysis.forecast",
    title: "Forecast",
    hint: "Where and at what hours the next week's incidents are expected",
    menu: "Analysis",
    icon: IconCalendarStats,
    toolbar: "analyse",
    unavailable: needsIncidents,
    run: () => showPanel("forecast"),
  },
  {
    id: "analysis.slots",
    title: "Slots: predict the next four hours",
    hint: "Past densities on tiles by regression, random forest or gradient boosting, tested on the last days",
    menu: "Analysis",
    unavailable: needsIncidents,
    run: showSlots,
  },
  {
    id: "analysis.explain-cell",
    title: "Explain the forecast's highest cell",
    hint: "Which past incidents and blocks give it its value",
    menu: "Analysis",
    unavailable: needsForecast,
    run: explainHighestCell,
  },
  {
    id: "analysis.explain-middle-cell",
    title: "Explain the forecast's cell in the middle of the map",
    hint: "Which past incidents and blocks give it its value",
    menu: "Analysis",
    unavailable: needsForecast,
    run: explainMiddleCell,
  },
  {
    id: "analysis.allocation",
    title: "Patrol allocation",
    hint: "Where to post vehicles, by coverage or distance, with a proved bound",
    menu: "Analysis",
    icon: IconCarGarage,
    toolbar: "analyse",
    unavailable: needsIncidents,
    run: () => showPanel("allocation"),
  },
  {
    id: "analysis.frontier",
    title: "Trade-off between coverage and mean distance",
    hint: "Every allocation of a fleet that no other is better than in both, with the proved bound",
    menu: "Analysis",
    unavailable: needsIncidents,
    run: showAllocationPage("frontier"),
  },
  {
    id: "analysis.fleet",
    title: "How many cars",
    hint: "Coverage and mean distance of every fleet, and what one more car brings",
    menu: "Analysis",
    unavailable: needsIncidents,
    run: showAllocationPage("fleet"),
  },
  {
    id: "analysis.uncertainty",
    title: "Places over the draws of the forecast",
    hint: "How sure each place is, and a cautious allocation",
    menu: "Analysis",
    unavailable: needsIncidents,
    run: showAllocationPage("uncertainty"),
  },
  {
    id: "analysis.explore",
    title: "Explore allocations",
    hint: "Who is covered more and less; predictors, objectives and fleets judged on what happened",
    menu: "Analysis",
    unavailable: needsIncidents,
    run: showAllocationPage("explore"),
  },
];
