// Analyses: each has its panel.

import { IconCarGarage, IconChartDots3 } from "@tabler/icons-react";
import { showPanel } from "../frame/dockHandle.ts";
import type { Command } from "./command.ts";
import { needsIncidents } from "./unavailable.ts";

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
