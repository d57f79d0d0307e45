// All hotspots in one table: incidents inside, the gap to the next, what violates the spacing. Selection is the map's.

import { useDeferredValue, useMemo } from "react";
import { countInside } from "../../../core/geo/countInside.ts";
import { nearestNeighbour, spacingViolations } from "../../../core/hotspots/spacing.ts";
import { zoomToFeature } from "../../actions/zoom.ts";
import { committedPlan, useStore } from "../../store.ts";
import { count, metres } from "../../ui/format.ts";

export function HotspotTable() {
  // Hundreds of rows are counted after the map has followed, in a task of their own.
  const plan = useDeferredValue(useStore(committedPlan));
  const index = useStore((state) => state.filtered?.index ?? null);
  const selection = useStore((state) => state.selection);
  const violated = useMemo(() => new Set(spacingViolations(plan).flatMap(({ a, b }) => [a, b])), [plan]);
  const rows = useMemo(
    () =>
      plan.hotspots
        .map((hotspot) => ({
          hotspot,
          inside: index ? countInside(index, hotspot.shape) : null,
          gap: nearestNeighbour(plan, hotspot)?.gap ?? null,
        }))
        .sort((a, b) => (b.inside ?? 0) - (a.inside ?? 0)),
    [plan, index],
  );
  if (rows.length === 0) {
    return <div className="empty"><p>No hotspot yet. Count cells and make the first ones hotspots, or press X and click on the map.</p></div>;
  }
  const select = (id: string, add: boolean): void =>
    useStore.setState((state) => ({
      selection: add ? (state.selection.includes(id) ? state.selection.filter((other) => other !== id) : [...state.selection, id]) : [id],
    }));
  return (
    <table className="table" aria-label="Hotspots">
      <thead>
        <tr><th>Hotspot</th><th className="number">Incidents</th><th className="number">Nearest</th><th>Spacing</th></tr>
      </thead>
      <tbody>
        {rows.map(({ hotspot, inside, gap }) => (
          <tr
            key={hotspot.id}
            aria-selected={selection.includes(hotspot.id)}
            onClick={(event) => select(hotspot.id, event.shiftKey || event.ctrlKey)}
            onDoubleClick={() => zoomToFeature(hotspot.id)}
          >
            <td>{hotspot.name}{hotspot.locked && " 🔒︎"}</td>
            <td className="number">{inside === null ? "–" : count(inside)}</td>
            <td className="number">{gap === null ? "–" : metres(gap)}</td>
            <td>{violated.has(hotspot.id) ? <span className="chip bad">violated</span> : <span className="chip good">kept</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
