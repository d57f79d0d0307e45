// A trial in its order: power, design, schedule, tasking, delivery, results, tables of counts, report.

import { useRef } from "react";
import { useStore, type TrialPage } from "../store.ts";
import { Segments } from "../ui/Choice.tsx";
import { DeliveryPage } from "./trial/DeliveryPage.tsx";
import { DesignPage } from "./trial/DesignPage.tsx";
import { PowerPage } from "./trial/PowerPage.tsx";
import { ReportPage } from "./trial/ReportPage.tsx";
import { ResultsPage } from "./trial/ResultsPage.tsx";
import { SchedulePage } from "./trial/SchedulePage.tsx";
import { TablesPage } from "./trial/TablesPage.tsx";
import { TaskingPage } from "./trial/TaskingPage.tsx";

const PAGES = [
  { value: "power", label: "Power" },
  { value: "design", label: "Design" },
  { value: "schedule", label: "Schedule" },
  { value: "tasking", label: "Tasking" },
  { value: "delivery", label: "Delivery" },
  { value: "results", label: "Results" },
  { value: "tables", label: "Tables" },
  { value: "report", label: "Report" },
] as const;

const VIEWS = {
  power: PowerPage, design: DesignPage, schedule: SchedulePage, tasking: TaskingPage, delivery: DeliveryPage, results: ResultsPage, tables: TablesPage, report: ReportPage,
} as const;

export function TrialPanel() {
  const page = useStore((state) => state.trialPage);
  const head = useRef<HTMLDivElement>(null);
  const turnTo = (next: TrialPage): void => {
    useStore.setState({ trialPage: next });
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
