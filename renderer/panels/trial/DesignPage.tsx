// The units, days, outcomes and limits of the trial.

export function DesignPage() {
  return <div className="empty"><p>The units, days, outcomes and limits of the trial.</p></div>;
}
