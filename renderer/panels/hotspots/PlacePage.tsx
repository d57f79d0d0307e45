// The best place nearby, and the best set of hexagons, against the ones placed by hand.

export function PlacePage() {
  return <div className="empty"><p>The best place nearby, and the best set of hexagons, against the ones placed by hand.</p></div>;
}
