// Patrol areas from concentrations of crime, with what they hold beside them.

export function AreasPage() {
  return <div className="empty"><p>Patrol areas from concentrations of crime, with what they hold beside them.</p></div>;
}
