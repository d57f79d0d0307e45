// Which cells count: in the filter's area, in the polygons of a layer, or near past events.

import { useMemo } from "react";
import { useStore } from "../../store.ts";
import { Choice } from "../../ui/Choice.tsx";

interface Props {
  /** As `ForecastChoices` has it. */
  readonly area: string;
  readonly onChange: (area: string) => void;
}

export function StudyAreaInput({ area, onChange }: Props) {
  const layers = useStore((state) => state.contextLayers);
  const isSet = useStore((state) => state.filter.area.length > 0);
  const options = useMemo(
    () => [
      { value: "filter", label: isSet ? "The filter’s area" : "The filter’s area (none is set)" },
      { value: "near", label: "Within 1 km of past events" },
      ...layers.filter(({ data }) => data.features.some(({ geometry }) => hasPolygon(geometry))).map(({ id, name }) => ({ value: id, label: `Layer ${name}` })),
    ],
    [layers, isSet],
  );
  return (
    <>
      <Choice label="Study area" value={area} options={options} onChange={onChange} />
      {area === "filter" && !isSet && <p className="muted hint">Without one, cells within 1 km of a past event count.</p>}
    </>
  );
}

const hasPolygon = (geometry: GeoJSON.Geometry | null): boolean =>
  geometry !== null && (geometry.type === "GeometryCollection" ? geometry.geometries.some(hasPolygon) : geometry.type.endsWith("Polygon"));
