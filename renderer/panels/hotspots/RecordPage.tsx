// The design log and the printable document.

export function RecordPage() {
  return <div className="empty"><p>The design log and the printable document.</p></div>;
}
