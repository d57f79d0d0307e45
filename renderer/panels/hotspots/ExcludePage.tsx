// Rules that keep hotspots away from places, each listed with its reason.

export function ExcludePage() {
  return <div className="empty"><p>Rules that keep hotspots away from places, each listed with its reason.</p></div>;
}
