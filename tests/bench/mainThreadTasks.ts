// The tasks of the page's main thread, from Chromium's own trace: how long each took by the clock, and how much of that
// the processor worked for it. The difference is waiting: for WebGL (which the processor draws here, in another
// process), or for other programs on a busy machine. On an idle machine with a graphics card the two are close.

import type { Browser, Page } from "@playwright/test";

export interface Task {
  /** ms by the clock. */
  readonly wall: number;
  /** ms of the thread's processor time: what the page itself worked. */
  readonly worked: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** µs. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const TASK = "ThreadControllerImpl::RunTask";
const LEAST = 5; // ms: shorter ones cannot be felt

/** Runs `work` and returns the tasks of the page's main thread meanwhile that took 5 ms or more, the most worked first. */
export async function mainThreadTasks(browser: Browser, page: Page, work: () => Promise<void>): Promise<readonly Task[]> {
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const threads = traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
  const isMain = ({ pid, tid }: TraceEvent): boolean => threads.some((thread) => thread.pid === pid && thread.tid === tid);
  return traceEvents
    .filter((event) => event.name === TASK && (event.dur ?? 0) >= LEAST * 1000 && isMain(event))
    .map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1000, worked: tdur / 1000 }))
    .sort((a, b) => b.worked - a.worked);
}
