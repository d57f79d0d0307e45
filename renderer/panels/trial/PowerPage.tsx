// What the trial could detect, before anything is promised.

export function PowerPage() {
  return <div className="empty"><p>What the trial could detect, before anything is promised.</p></div>;
}
