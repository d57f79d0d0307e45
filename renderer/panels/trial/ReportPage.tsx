// The report in the order of CONSORT.

export function ReportPage() {
  return <div className="empty"><p>The report in the order of CONSORT.</p></div>;
}
