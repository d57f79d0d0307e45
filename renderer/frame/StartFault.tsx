// What is shown when the window cannot start: the reason, and the way out.

export function StartFault({ error }: { readonly error: unknown }) {
  return (
    <main className="empty" role="alert">
      <h2>Hexbeat could not start</h2>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <p className="muted">Your projects are safe. Close this window and run `npm start` again.</p>
    </main>
  );
}
