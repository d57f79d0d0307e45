// Whether a place lasts: its counts by year and month, its busiest days, its trend.

export function StabilityPage() {
  return <div className="empty"><p>Whether a place lasts: its counts by year and month, its busiest days, its trend.</p></div>;
}
