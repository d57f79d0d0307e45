// Find: count cells or compare methods on them, promote the best to hotspots, see them in one table with what is wrong.

import { IconHexagonPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { acrossFlats, hexagonArea } from "../../../core/geo/hexagon.ts";
import { setBuffer, setSide } from "../../../core/plan/edits/setBuffer.ts";
import { commitEdit } from "../../actions/editPlan.ts";
import { attempt } from "../../actions/messages.ts";
import { promoteCells, tessellateIncidents } from "../../actions/tessellation.ts";
import { committedPlan, useStore, type CellKind } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Check.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { area, count, decimal, metres } from "../../ui/format.ts";
import { FindResults } from "./FindResults.tsx";
import { CapturedSummary } from "./CapturedSummary.tsx";
import { HotspotTable } from "./HotspotTable.tsx";
import { MethodsSection } from "./MethodsSection.tsx";

const DEGREE = Math.PI / 180;

const KINDS: readonly { readonly value: CellKind; readonly label: string }[] = [
  { value: "hexagon", label: "Hexagons" },
  { value: "square", label: "Squares" },
  { value: "h3", label: "H3 cells" },
];

export function FindPage() {
  const plan = useStore(committedPlan);
  const hasIncidents = useStore((state) => state.filtered !== null);
  const cells = useStore((state) => state.cells);
  const stale = useStore((state) => state.cells !== null && state.cells.filter !== state.filter);
  const [kind, setKind] = useState<CellKind>("hexagon");
  const [degrees, setDegrees] = useState(0);
  const [n, setN] = useState(20);
  const [keepApart, setKeepApart] = useState(true);
  const top = useMemo(() => (cells ? topCounts(cells.result.count, cells.result.rank) : []), [cells]);
  const change = (make: () => Parameters<typeof commitEdit>[0]): void => void attempt("The change", () => commitEdit(make()));
  return (
    <>
      <div className="section">
        <h3>Cells</h3>
        <Choice label="Kind" value={kind} options={KINDS} onChange={setKind} />
        <NumberInput label="Edge" unit="m" min={10} max={5000} value={plan.side} onChange={(side) => change(() => setSide(plan, side))} />
        {kind === "hexagon" && (
          <>
            <NumberInput label="Turn" unit="°" min={0} max={60} digits={1} value={degrees} onChange={setDegrees} />
            <dl className="facts">
              <dt>Width across flats</dt><dd>{metres(acrossFlats(plan.side))}</dd>
              <dt>Area of a cell</dt><dd>{area(hexagonArea(plan.side))}</dd>
            </dl>
          </>
        )}
        {kind === "square" && <dl className="facts"><dt>Area of a cell</dt><dd>{area(plan.side ** 2)}</dd></dl>}
        {kind === "h3" && <p className="muted">The H3 resolution with the nearest mean edge is taken; H3 has no cell of 150 m.</p>}
        <div className="actions">
          <Button
            look="primary"
            isDisabled={!hasIncidents}
            onPress={() => void attempt("Counting cells", () => tessellateIncidents({ kind, side: plan.side, rotation: degrees * DEGREE }))}
          >
            Count cells
          </Button>
        </div>
        {cells && (
          <p className={stale ? "warn" : "muted"}>
            {count(cells.result.x.length)} cells hold incidents; the first five hold {top.map(count).join(", ")}
            {cells.kind === "h3" && `; H3 resolution ${cells.result.resolution}, mean edge ${decimal(cells.side, 0)} m`}.
            {stale && " Made with another filter: count again."}
          </p>
        )}
      </div>
      <MethodsSection kind={kind} rotation={degrees * DEGREE} />
      <FindResults />
      <div className="section">
        <h3>Hotspots from cells</h3>
        <NumberInput label="How many" min={1} max={500} value={n} onChange={setN} />
        <NumberInput label="Buffer" unit="m" min={0} max={2000} value={plan.buffer} onChange={(buffer) => change(() => setBuffer(plan, buffer))} />
        <Check isSelected={keepApart} onChange={setKeepApart}>Pass over cells whose buffers would overlap</Check>
        <div className="actions">
          <Button isDisabled={!cells} onPress={() => void attempt("Making hotspots", () => promoteCells(n, keepApart))}>
            Make the first {n} hotspots
          </Button>
          <Button onPress={() => useStore.setState({ tool: "hexagon" })}><IconHexagonPlus size={14} /> Place by hand</Button>
        </div>
      </div>
      <CapturedSummary />
      <HotspotTable />
    </>
  );
}

function topCounts(counts: Float64Array, rank: Uint32Array): number[] {
  const top: number[] = [];
  for (let i = 0; i < rank.length; i++) if (rank[i] <= 5) top[rank[i] - 1] = counts[i];
  return top;
}
