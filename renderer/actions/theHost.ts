// The connected host, for actions.

import type { Host } from "../../core/host.ts";
import { useStore } from "../store.ts";

export function theHost(): Host {
  const { host } = useStore.getState();
  if (!host) throw new Error("The host is not connected");
  return host;
}
