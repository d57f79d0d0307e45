// What an allocation does to offences, areas and people; predictors against objectives against fleets.

export function ExplorePage() {
  return <div className="empty"><p>Nothing to explore is here yet.</p></div>;
}
