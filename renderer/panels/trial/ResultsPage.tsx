// Treatment against control.

export function ResultsPage() {
  return <div className="empty"><p>Treatment against control.</p></div>;
}
