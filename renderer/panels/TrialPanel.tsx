// A trial in its order: power, design, schedule, tasking, delivery, results, tables of counts, report.

import { useStore } from "../store.ts";
import { PageTabs } from "../ui/PageTabs.tsx";
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
  const View = VIEWS[page];
  return (
    <>
      <PageTabs page={page} pages={PAGES} onTurn={(trialPage) => useStore.setState({ trialPage })} />
      <View />
    </>
  );
}
