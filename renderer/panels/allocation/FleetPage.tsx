// Coverage and distance for every size of the fleet.

export function FleetPage() {
  return <div className="empty"><p>Fleet sizes are not here yet.</p></div>;
}
