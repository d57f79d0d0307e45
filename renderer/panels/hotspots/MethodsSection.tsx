// Hotspots by several methods: which, with what parameters, for which hours.

import { METHODS, METHOD_TITLES } from "../../../core/hotspots/find/methodNames.ts";
import { isPrecise } from "../../../core/incidents/requirePrecision.ts";
import { changeFind, FIND_JOB, identify, type FindCells } from "../../actions/identify.ts";
import { attempt } from "../../actions/messages.ts";
import type { FindDraft } from "../../findDraft.ts";
import { shownFind } from "../../shownFind.ts";
import { committedPlan, useStore, type CellKind } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Check.tsx";
import { Segments } from "../../ui/Choice.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { Refused } from "../Refused.tsx";
import { HarmTableInput } from "./HarmTableInput.tsx";

const DAY_AND_NIGHT = "Two runs, in the place of the filter's hours: day 08:00 to 19:59 and night 20:00 to 07:59, as in the first Thames Valley trial.";
const LEVEL = "A cell is named where its p-value, after the adjustment, is at or under it.";
const DISTRIBUTION =
  "Normal: as published and as other programs have it; with few incidents it names cells by chance too often. " +
  "Permutation: the counts dealt out to the cells at random, worked out exactly; right for few incidents, and more cautious.";
const ADJUST =
  "Every cell is a test of its own: with 1,000 cells, 50 would be under 5 % by chance alone. Benjamini and Hochberg (1995) keep the expected share of false ones among those named at or under the level.";

interface Props {
  readonly kind: CellKind;
  /** Radians. */
  readonly rotation: number;
}

export function MethodsSection({ kind, rotation }: Props) {
  const draft = useStore((state) => state.findDraft);
  const hasHarm = useStore((state) => committedPlan(state).harm !== null);
  const precision = useStore((state) => state.incidents?.table.precision ?? "none");
  const hasIncidents = useStore((state) => state.filtered !== null);
  const running = useStore((state) => state.jobs.some(({ title }) => title === FIND_JOB));
  const tick = (name: FindDraft["methods"][number], on: boolean): void =>
    changeFind({ methods: METHODS.filter((other) => (other === name ? on : draft.methods.includes(other))) });
  const run = (cells: FindCells): void => void attempt(FIND_JOB, () => identify(cells));
  return (
    <div className="section">
      <h3>Methods side by side</h3>
      <div className="columns" role="group" aria-label="Methods">
        {METHODS.map((name) => (
          <Check key={name} isSelected={draft.methods.includes(name) && (name !== "harm" || hasHarm)} isDisabled={name === "harm" && !hasHarm} onChange={(on) => tick(name, on)}>
            {METHOD_TITLES[name]}
          </Check>
        ))}
      </div>
      <HarmTableInput />
      <NumberInput label="Of each method the first" unit="cells" min={1} max={5000} value={draft.top} onChange={(top) => changeFind({ top })} />
      <Segments
        label="Hours"
        value={draft.dayAndNight ? "both" : "filtered"}
        options={[{ value: "filtered", label: "As filtered" }, { value: "both", label: "Day and night" }]}
        isDisabled={!isPrecise(precision, "hour")}
        onChange={(hours) => changeFind({ dayAndNight: hours === "both" })}
      />
      {isPrecise(precision, "hour") ? draft.dayAndNight && <p className="muted hint"><Explained text={DAY_AND_NIGHT}>Day 08–20 and night 20–08, each by itself</Explained></p> : hasIncidents && <Refused precision={precision} />}
      <Parameters draft={draft} />
      {kind === "h3" && <p className="muted hint">H3 cells are no regular lattice: choose hexagons or squares for the methods.</p>}
      <div className="actions">
        <Button look="primary" isDisabled={running || !hasIncidents || kind === "h3"} onPress={() => kind !== "h3" && run({ kind, rotation: kind === "hexagon" ? rotation : 0 })}>
          {running ? "Being compared …" : "Compare the methods"}
        </Button>
      </div>
    </div>
  );
}

function Parameters({ draft }: { readonly draft: FindDraft }) {
  const { methods, bandwidth, rings, distribution, adjust, level, dbscan, hdbscan } = draft;
  const significance = methods.includes("giStar") || methods.includes("localMoran");
  const used = useStore((state) => shownFind(state)?.found.methods);
  const side = useStore((state) => committedPlan(state).side);
  /** What the last run chose is where typing starts. */
  const start = (name: string, parameter: string, otherwise: number): number => {
    const value = used?.find((method) => method.name === name)?.parameters[parameter];
    return typeof value === "number" ? Math.round(value) : otherwise;
  };
  return (
    <details>
      <summary>Parameters</summary>
      {methods.includes("density") && (
        <>
          <Suggested label="Bandwidth" typed={bandwidth !== null} onChange={(typed) => changeFind({ bandwidth: typed ? start("density", "bandwidth", 2 * side) : null })} />
          {bandwidth !== null && <NumberInput label="Standard deviation" unit="m" min={10} max={50_000} value={bandwidth} onChange={(next) => changeFind({ bandwidth: next })} />}
        </>
      )}
      {significance && (
        <>
          <NumberInput label="Neighbours" unit="rings" min={1} max={20} value={rings} onChange={(next) => changeFind({ rings: next })} hint="of Gi* and local Moran’s I" />
          <Segments
            label="p-values"
            value={distribution}
            options={[{ value: "normal", label: "Normal" }, { value: "permutation", label: "Permutation" }]}
            onChange={(next) => changeFind({ distribution: next })}
          />
          <p className="muted hint"><Explained text={DISTRIBUTION}>Permutation for sparse counts</Explained></p>
          <Segments
            label="Adjusted"
            value={adjust}
            options={[{ value: "benjamini-hochberg", label: "Benjamini–Hochberg" }, { value: "none", label: "No" }]}
            onChange={(next) => changeFind({ adjust: next })}
          />
          <p className="muted hint"><Explained text={ADJUST}>For having asked about every cell</Explained></p>
          <NumberInput label="Level" unit="%" min={0.01} max={50} digits={2} value={100 * level} onChange={(next) => changeFind({ level: next / 100 })} />
          <p className="muted hint"><Explained text={LEVEL}>p at or under it</Explained></p>
        </>
      )}
      {methods.includes("dbscan") && (
        <>
          <Suggested label="DBSCAN" typed={dbscan !== null} onChange={(typed) => changeFind({ dbscan: typed ? { radius: start("dbscan", "radius", side), least: start("dbscan", "least", 10) } : null })} />
          {dbscan && (
            <>
              <NumberInput label="Radius" unit="m" min={1} max={10_000} value={dbscan.radius} onChange={(radius) => changeFind({ dbscan: { ...dbscan, radius } })} />
              <NumberInput label="Incidents within it" min={2} max={1_000_000} value={dbscan.least} onChange={(least) => changeFind({ dbscan: { ...dbscan, least } })} hint="that make the core of a cluster" />
            </>
          )}
        </>
      )}
      {methods.includes("hdbscan") && (
        <>
          <Suggested label="HDBSCAN" typed={hdbscan !== null} onChange={(typed) => changeFind({ hdbscan: typed ? start("hdbscan", "least", 10) : null })} />
          {hdbscan !== null && <NumberInput label="Incidents in a cluster" min={2} max={1_000_000} value={hdbscan} onChange={(next) => changeFind({ hdbscan: next })} hint="at least" />}
        </>
      )}
    </details>
  );
}

/** Chosen from the incidents, or typed. */
const Suggested = ({ label, typed, onChange }: { readonly label: string; readonly typed: boolean; readonly onChange: (typed: boolean) => void }) => (
  <Segments
    label={label}
    value={typed ? "typed" : "suggested"}
    options={[{ value: "suggested", label: "Suggested" }, { value: "typed", label: "Typed" }]}
    onChange={(how) => onChange(how === "typed")}
  />
);
