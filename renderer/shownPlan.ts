// The plan as panels show it: the map follows a gesture at every frame, panels of text ten times a second.

import { create } from "zustand";
import type { Plan } from "../core/plan/plan.ts";
import { currentPlan, useStore } from "./store.ts";

const PAUSE = 100; // ms

const shown = create<{ readonly plan: Plan }>()(() => ({ plan: currentPlan(useStore.getState()) }));

let timer: ReturnType<typeof setTimeout> | undefined;

function show(): void {
  clearTimeout(timer);
  timer = undefined;
  const plan = currentPlan(useStore.getState());
  if (plan !== shown.getState().plan) shown.setState({ plan });
}

// What is committed, undone or given up is shown at once.
useStore.subscribe((state) => {
  if (!state.draft) show();
  else if (state.draft.plan !== shown.getState().plan) timer ??= setTimeout(show, PAUSE);
});

export const useShownPlan = (): Plan => shown((state) => state.plan);
