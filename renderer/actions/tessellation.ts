// Cells over the study area, counted and ranked; the first n become hotspots.

import { byRank, promote } from "../../core/hotspots/promote.ts";
import { committedPlan, useStore, type CellKind } from "../store.ts";
import { commitEdit } from "./editPlan.ts";
import { showSurface } from "./layers.ts";
import { say } from "./messages.ts";
import { runJob } from "./runJob.ts";
import { InputError } from "../../core/errors.ts";

export interface TessellationSettings {
  readonly kind: CellKind;
  /** m */
  readonly side: number;
  /** Radians; of hexagons only. */
  readonly rotation: number;
}

export async function tessellateIncidents({ kind, side, rotation }: TessellationSettings): Promise<void> {
  const { filtered, plane } = useStore.getState();
  if (!filtered || !plane) throw new InputError("There are no incidents to count. Import incidents first (File > Import incidents).");
  const result = await runJob("Counting incidents in cells", "tessellate", {
    x: filtered.x, y: filtered.y, side, kind, rotation: kind === "hexagon" ? rotation : undefined, plane, list: false, outlines: true,
  });
  useStore.setState({ cells: { kind, side: result.side, result, filter: filtered.filter } });
  showSurface("cells");
}

/** Takes the first n cells as hotspots; with `keepApart`, cells whose buffers would overlap a better one are passed over. */
export function promoteCells(n: number, keepApart: boolean): void {
  const state = useStore.getState();
  if (!state.cells) throw new InputError("No cells have been counted yet. Press Count cells first.");
  const edit = promote(committedPlan(state), state.cells.result, byRank(state.cells.result), n, { keepApart });
  commitEdit(edit);
  useStore.setState({ selection: edit.added });
  if (edit.passedOver.length > 0) {
    say("info", `${edit.added.length} hotspots made; ${edit.passedOver.length} better-ranked cells were passed over because their buffers would overlap.`);
  }
}
