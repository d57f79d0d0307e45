// The trade-off between coverage and mean distance for a fleet.

export function FrontierPage() {
  return <div className="empty"><p>The trade-off between coverage and mean distance is not here yet.</p></div>;
}
