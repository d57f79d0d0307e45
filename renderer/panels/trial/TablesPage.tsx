// The published tables from their own summary counts.

export function TablesPage() {
  return <div className="empty"><p>The published tables from their own summary counts.</p></div>;
}
