// A trial, step by step: each opens its page.

import { showPanel } from "../frame/dockHandle.ts";
import type { TrialPage } from "../pages.ts";
import { useStore } from "../store.ts";
import type { Command } from "./command.ts";
import { needsIncidents, needsSchedule } from "./unavailable.ts";

const PAGES: readonly (Pick<Command, "title" | "hint" | "unavailable"> & { readonly page: TrialPage })[] = [
  { page: "power", title: "What a trial could detect", hint: "Power by formula and by simulated trials on the project's past", unavailable: needsIncidents },
  { page: "design", title: "Design a trial", hint: "Units, days, draw, outcomes, subgroups and limits" },
  { page: "schedule", title: "Draw and seal the trial's schedule", hint: "Treatment and control for every day, with the hash that shows any change" },
  { page: "tasking", title: "Tasking packs for officers' phones", hint: "One file that needs no network: today's hotspots, a timer, a log", unavailable: needsSchedule },
  { page: "delivery", title: "What of the trial was delivered", hint: "Patrol logs, positions and stops against the schedule, with an alarm", unavailable: needsSchedule },
  { page: "results", title: "Evaluate the trial", hint: "Treatment against control, as drawn and as delivered", unavailable: needsSchedule },
  { page: "tables", title: "Check a paper's tables", hint: "Proportions, means, rates and displacement from summary counts" },
  { page: "report", title: "Report the trial", hint: "In the order of CONSORT, for a person who was not there" },
];

export const trialCommands: readonly Command[] = PAGES.map(({ page, ...told }, i) => ({
  ...told,
  id: `trial.${page}`,
  menu: "Trial",
  // Before, during and after.
  section: i < 3 ? 0 : i < 5 ? 1 : 2,
  run: () => {
    useStore.setState({ trialPage: page });
    showPanel("trial");
  },
}));
