// How concentrated crime is, and how near the plan comes to the best possible.

export function ConcentrationPage() {
  return <div className="empty"><p>How concentrated crime is, and how near the plan comes to the best possible.</p></div>;
}
