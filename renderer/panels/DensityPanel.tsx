// Kernel density: kernel, bandwidth, cell; what was used and how exact it is.

import { useState } from "react";
import { sameFilter } from "../../core/incidents/sameFilter.ts";
import { runDensity, slideDensity, suggestedBandwidth, suggestedCell } from "../actions/density.ts";
import { attempt } from "../actions/messages.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/Button.tsx";
import { Check } from "../ui/Check.tsx";
import { Segments } from "../ui/Choice.tsx";
import { NumberInput } from "../ui/NumberInput.tsx";
import { SliderInput } from "../ui/SliderInput.tsx";
import { Explained } from "../ui/Tip.tsx";
import { count, decimal, metres } from "../ui/format.ts";

const FORMULA =
  "f(s) = Σ K((s − sᵢ)/h) / (hx hy), incidents per km²: it sums to the number of incidents away from edges. " +
  "Gaussian: h is the standard deviation. Quartic: K = 3/π (1 − u²)², h is the radius.";

export function DensityPanel() {
  const filtered = useStore((state) => state.filtered);
  const density = useStore((state) => state.density);
  const stale = useStore((state) => state.density !== null && !sameFilter(state.density.filter, state.filter));
  const [kernel, setKernel] = useState<"gaussian" | "quartic">("gaussian");
  const [separate, setSeparate] = useState(false);
  const [bandwidthX, setX] = useState(200);
  const [bandwidthY, setY] = useState(200);
  const [cell, setCell] = useState<number | null>(null);
  if (!filtered) {
    return <div className="empty"><p>Load incidents first; then a smooth surface of incidents per km² can be made of those that the filter keeps.</p></div>;
  }
  const shownCell = cell ?? suggestedCell(filtered);
  const run = (): void =>
    void attempt("Kernel density", () => runDensity({ kernel, bandwidthX, bandwidthY: separate ? bandwidthY : bandwidthX, cell: shownCell }));
  const canSlide = kernel === "gaussian" && !separate;
  return (
    <>
      <div className="section">
        <h3>Kernel density of {count(filtered.x.length)} incidents</h3>
        <Segments
          label="Kernel"
          value={kernel}
          options={[{ value: "gaussian", label: "Gaussian" }, { value: "quartic", label: "Quartic" }]}
          onChange={setKernel}
        />
        <NumberInput label={separate ? "Bandwidth in x" : "Bandwidth"} unit="m" min={5} max={50000} value={bandwidthX} onChange={setX} />
        {separate && <NumberInput label="Bandwidth in y" unit="m" min={5} max={50000} value={bandwidthY} onChange={setY} />}
        {canSlide && (
          <SliderInput
            label="Slide it"
            unit="m"
            min={20}
            max={Math.max(1000, 2 * bandwidthX)}
            step={10}
            value={bandwidthX}
            onChange={(h) => {
              setX(h);
              void attempt("Kernel density", () => slideDensity(shownCell, h));
            }}
          />
        )}
        <Check isSelected={separate} onChange={setSeparate}>Separate bandwidths in x and y</Check>
        <NumberInput label="Cell" unit="m" min={1} max={10000} value={shownCell} onChange={setCell} />
        <div className="actions">
          <Button look="primary" onPress={run}>Make the surface</Button>
          <Button
            tip="Silverman's rule of thumb: 0.9 min(sd, IQR/1.34) n^(−1/5) for each axis; it smooths clustered crime too much"
            onPress={() =>
              void attempt("Suggesting bandwidths", async () => {
                const { bandwidthX: x, bandwidthY: y } = await suggestedBandwidth();
                setX(x);
                setY(y);
                setSeparate(x !== y);
              })
            }
          >
            Suggest
          </Button>
        </div>
      </div>
      {density && (
        <div className="section">
          <h3>On the map {stale && <span className="chip warn">made with another filter</span>}</h3>
          <dl className="facts">
            <dt>Kernel</dt><dd>{density.kernel}</dd>
            <dt>Bandwidth</dt><dd>{density.bandwidthX === density.bandwidthY ? metres(density.bandwidthX) : `${metres(density.bandwidthX)} × ${metres(density.bandwidthY)}`}</dd>
            <dt>Cells</dt><dd>{count(density.grid.columns)} × {count(density.grid.rows)} of {metres(density.grid.cell)}</dd>
            <dt>Incidents</dt><dd>{count(density.incidents)}</dd>
            <dt><Explained text={FORMULA}>Peak, incidents per km²</Explained></dt><dd>{decimal(density.peak, density.peak < 10 ? 2 : 0)}</dd>
            <dt><Explained text="No cell differs from the exact sum over all incidents by more than this share of the peak">Error at most</Explained></dt>
            <dd>{density.bound === 0 ? "exact" : `${density.bound.toExponential(1)} of the peak`}</dd>
          </dl>
          <div className="actions"><Button onPress={() => useStore.setState({ density: null })}>Take it off the map</Button></div>
        </div>
      )}
    </>
  );
}
