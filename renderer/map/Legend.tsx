// The legend in a corner of the map; it folds away.

import { useMemo, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import { spacingViolations } from "../../core/hotspots/spacing.ts";
import { useAggregate } from "../actions/h3Aggregate.ts";
import { legend, type LegendEntry, type LegendState } from "../layers/legend.ts";
import { committedPlan, useStore } from "../store.ts";
import { useScheme } from "./scheme.ts";

export function Legend() {
  const [open, setOpen] = useState(true);
  const state = useStore(
    useShallow((all): LegendState => ({
      layers: all.layers,
      filtered: all.filtered,
      finds: all.finds,
      findView: all.findView,
      cells: all.cells,
      density: all.density,
      forecast: all.forecast,
      forecastView: all.forecastView,
      slots: all.slots,
      slotAt: all.slotAt,
      uncertainty: all.uncertainty,
      allocation: all.allocation,
      allocationSearch: all.allocationSearch,
      allocationDraft: all.allocationDraft,
      placement: all.placement,
      placementSearch: all.placementSearch,
      targetCells: all.targetCells,
      designDraft: all.designDraft,
      schedules: all.schedules,
      scheduleDraft: all.scheduleDraft,
      trialDay: all.trialDay,
      history: all.history,
      zoom: all.view.zoom,
    })),
  );
  const { aggregate } = useAggregate();
  const scheme = useScheme();
  const plan = useStore(committedPlan);
  const violations = useMemo(() => spacingViolations(plan).length, [plan]);
  const parts = legend(state, scheme, aggregate, violations);
  if (parts.length === 0) return null;
  return (
    <section className="legend" aria-label="Legend">
      <button type="button" className="legend-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        Legend
      </button>
      {open && parts.map(({ id, title, unit, entries }) => (
        <dl key={id}>
          <dt>
            {title}
            {unit !== "" && <span className="unit">{unit}</span>}
          </dt>
          {entries.map((entry) => (
            <dd key={entry.label + entry.mark}>
              <Swatch {...entry} />
              {entry.label}
            </dd>
          ))}
        </dl>
      ))}
    </section>
  );
}

function Swatch({ colour, alpha = 1, mark }: LegendEntry) {
  const paint = `rgb(${colour.join(" ")})`;
  const line = { stroke: paint, strokeWidth: 2, fill: "none" };
  return (
    <svg width="18" height="12" aria-hidden>
      {mark === "fill" && <rect width="18" height="12" fill={paint} fillOpacity={Math.max(alpha, 0.05)} />}
      {mark === "outline" && <rect x="1" y="1" width="16" height="10" {...line} fill={paint} fillOpacity={0.15} />}
      {mark === "line" && <path d="M0 6H18" {...line} strokeWidth={1} />}
      {mark === "dot" && <circle cx="9" cy="6" r="3" fill={paint} />}
      {mark === "ring" && <circle cx="9" cy="6" r="5" {...line} strokeWidth={1} />}
      {mark === "hatch" && <path d="M0 12L12 0M6 12L18 0M-6 12L6 0M12 12L18 6" {...line} strokeWidth={1.25} />}
    </svg>
  );
}
