// Which unit is on treatment on which day: drawn, sealed and verified.

export function SchedulePage() {
  return <div className="empty"><p>Which unit is on treatment on which day: drawn, sealed and verified.</p></div>;
}
