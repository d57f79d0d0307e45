// Each vehicle: the demand within its reach, and the demand that it is the nearest to.

import { useMemo } from "react";
import { vehicleLoads } from "../../../core/patrol/posting/vehicleLoads.ts";
import { zoomToVehicle } from "../../actions/zoom.ts";
import { postingOf, type ShownAllocation } from "../../shownAllocation.ts";
import { useStore } from "../../store.ts";
import { Scroll } from "../../ui/Scroll.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { percent } from "../../ui/format.ts";

const WITHIN = "Share of the demand within this vehicle’s reach; what several reach counts for each of them.";
const NEAREST = "Share of the demand that this vehicle is nearest to, by distance ÷ speed: its load. Adds up to 100 %.";

export function VehicleTable({ shown }: { readonly shown: ShownAllocation }) {
  const selected = useStore((state) => state.vehicle);
  const posting = postingOf(shown.request);
  const loads = useMemo(() => vehicleLoads(posting, shown, shown.request.plan.radius), [posting, shown]);
  return (
    <details className="section" open>
      <summary>Vehicles</summary>
      <Scroll name="Vehicles" tall>
        <table className="table" aria-label="Vehicles">
          <thead>
            <tr>
              <th scope="col">Vehicle</th>
              <th scope="col" className="number"><Explained text={WITHIN}>In reach</Explained></th>
              <th scope="col" className="number"><Explained text={NEAREST}>Nearest to</Explained></th>
            </tr>
          </thead>
          <tbody>
            {Array.from(shown.chosen, (_, k) => (
              <tr key={k} className={k === selected ? "choosable chosen" : "choosable"} onClick={() => useStore.setState({ vehicle: k, selection: [] })} onDoubleClick={() => zoomToVehicle(shown, k)}>
                <th scope="row">
                  <button type="button" className="row-name" aria-pressed={k === selected}>{posting.kinds[shown.kinds[k]].name} {k + 1}</button>
                </th>
                <td className="number">{percent(loads.within[k], 2)}</td>
                <td className="number">{percent(loads.nearest[k], 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
