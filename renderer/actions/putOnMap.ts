// Puts an allocation that a page has found on the map, in the place of the last one.

import { showAllocation, type ShownAllocation } from "../shownAllocation.ts";
import { useStore } from "../store.ts";
import { changeLayer } from "./layers.ts";

export function putOnMap(found: Pick<ShownAllocation, "request" | "chosen" | "kinds" | "title" | "proof">): void {
  useStore.setState({ allocation: showAllocation({ ...found, byHand: false, before: null }), vehicle: null });
  changeLayer("vehicles", { visible: true });
}
