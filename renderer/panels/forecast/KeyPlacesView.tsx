// Key locations of a point layer by the class of the cell that they lie in.

import { useMemo, useState } from "react";
import { placesOf } from "../../../core/formats/placesOf.ts";
import { placesByClass } from "../../../core/forecast/evaluate/placesByClass.ts";
import type { ForecastView } from "../../forecastView.ts";
import type { ShownForecast } from "../../shownResults.ts";
import { useStore } from "../../store.ts";
import { Choice } from "../../ui/Choice.tsx";
import { count } from "../../ui/format.ts";
import { Scroll } from "../../ui/Scroll.tsx";

export function KeyPlacesView({ forecast, view }: { readonly forecast: ShownForecast; readonly view: ForecastView }) {
  const layers = useStore((state) => state.contextLayers);
  const plane = useStore((state) => state.plane);
  const [chosen, setChosen] = useState("");
  const withPlaces = useMemo(
    () => (plane ? layers.map((layer) => ({ layer, places: placesOf(layer.data, plane) })).filter(({ places }) => places.length > 0) : []),
    [layers, plane],
  );
  const places = withPlaces.find(({ layer }) => layer.id === chosen)?.places;
  const rows = useMemo(
    () => places && placesByClass(places, forecast.grid, forecast.cells, Uint8Array.from(forecast.cells, (cell) => forecast.windows[view.window].classes[cell])),
    [places, forecast, view.window],
  );
  return (
    <details className="section">
      <summary>Key locations by class</summary>
      {withPlaces.length === 0 ? (
        <p className="muted hint">Add a layer of points (stations, markets) to see how many lie in the first 20 %, the next 20 % and elsewhere.</p>
      ) : (
        <Choice label="Locations" value={chosen} options={withPlaces.map(({ layer }) => ({ value: layer.id, label: layer.name }))} onChange={setChosen} />
      )}
      {rows && (
        <Scroll name="Key locations by class">
          <table className="table" aria-label="Key locations by class">
            <thead>
              <tr>
                <th scope="col">Kind</th>
                {["20 %", "next 20 %", "other", "beyond"].map((name) => <th key={name} scope="col" className="number">{name}</th>)}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ kind, hot, warm, other, outside }) => (
                <tr key={kind}>
                  <td>{kind}</td>
                  {[hot, warm, other, outside].map((n, i) => <td key={i} className="number">{count(n)}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </details>
  );
}
