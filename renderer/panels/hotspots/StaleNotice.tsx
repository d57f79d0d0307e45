// Says what has changed since a result was made.

import { changedSince, type MadeFrom } from "../../madeFrom.ts";
import { useStore } from "../../store.ts";

export function StaleNotice({ of }: { readonly of: MadeFrom }) {
  // A string, so that the selector's answer can be compared.
  const stale = useStore((state) => changedSince(of, state).join(" and "));
  return stale === "" ? null : <p className="notice" role="status">Stale: {stale} changed since it was made.</p>;
}
