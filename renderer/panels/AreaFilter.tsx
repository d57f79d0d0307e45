// The study area: polygons of any loaded boundary layer.

import { useMemo } from "react";
import { namedAreas } from "../../core/formats/namedAreas.ts";
import type { Filter } from "../../core/incidents/filter.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { pickFile } from "../actions/openFile.ts";

const EVERYWHERE = "everywhere";
const DRAWN = "chosen";

export function AreaFilter({ filter, change }: { readonly filter: Filter; readonly change: (patch: Partial<Filter>) => void }) {
  const layers = useStore((state) => state.contextLayers);
  const plane = useStore((state) => state.plane);
  const areas = useMemo(
    () =>
      plane === null ? [] : layers.flatMap(({ name, data }) =>
        namedAreas(data, plane).map((area, i) => ({ id: `${name} ${i}`, label: `${name}: ${area.name}`, polygons: area.polygons })),
      ),
    [layers, plane],
  );
  const whole = useMemo(() => {
    const byLayer = new Map<string, typeof areas>();
    for (const area of areas) {
      const layer = area.label.slice(0, area.label.indexOf(": "));
      byLayer.set(layer, [...(byLayer.get(layer) ?? []), area]);
    }
    return [...byLayer].map(([name, members]) => ({ id: `${name} whole`, label: `${name} (all of it)`, polygons: members.flatMap(({ polygons }) => polygons) }));
  }, [areas]);
  const options = [...whole, ...areas];
  return (
    <div className="section">
      <h3>Study area</h3>
      {options.length === 0 ? (
        <p className="muted">Add a boundary layer to count only what lies inside it.</p>
      ) : (
        <Choice
          label="Inside"
          value={filter.area.length === 0 ? EVERYWHERE : DRAWN}
          options={[
            { value: EVERYWHERE, label: "Everywhere" },
            ...(filter.area.length > 0 ? [{ value: DRAWN, label: `${filter.area.length} polygon(s)` }] : []),
            ...options.map(({ id, label }) => ({ value: id, label })),
          ]}
          onChange={(id) => {
            if (id === EVERYWHERE) change({ area: [] });
            const found = options.find((option) => option.id === id);
            if (found) change({ area: found.polygons });
          }}
        />
      )}
      <Button look="quiet" onPress={() => pickFile("layer")}>Add a boundary layer …</Button>
    </div>
  );
}
