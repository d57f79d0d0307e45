// Analyses: each has its panel.

import { IconCalendarStats, IconCarGarage, IconChartDots3 } from "@tabler/icons-react";
import { explainHighestCell, explainMiddleCell } from "../actions/explainForecast.ts";
import { useStore } from "../store.ts";
import { showPanel } from "../frame/dockHandle.ts";
import type { Command } from "./command.ts";
import { needsForecast, needsIncidents } from "./unavailable.ts";

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
    hint: "Where to post cars so that most incidents are within reach, proved",
    menu: "Analysis",
    icon: IconCarGarage,
    toolbar: "analyse",
    unavailable: needsIncidents,
    run: () => showPanel("allocation"),
  },
];
