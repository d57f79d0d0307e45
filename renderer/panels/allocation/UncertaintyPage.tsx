// How sure each place is, over the draws of a forecast.

export function UncertaintyPage() {
  return <div className="empty"><p>Uncertainty is not here yet.</p></div>;
}
