// The pack that runs on an officer's phone.

export function TaskingPage() {
  return <div className="empty"><p>The pack that runs on an officer's phone.</p></div>;
}
