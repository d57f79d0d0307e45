// What was patrolled: logs and pings against the schedule.

export function DeliveryPage() {
  return <div className="empty"><p>What was patrolled: logs and pings against the schedule.</p></div>;
}
