// The methods side by side as they came out: on which cells they agree, what each used, and hotspots from the agreement.

import { useMemo, useState } from "react";
import type { NamedCell } from "../../../core/hotspots/find/agreement.ts";
import type { PassedOver } from "../../../core/hotspots/promote.ts";
import { lookAtFind, promoteNamed } from "../../actions/identify.ts";
import { attempt } from "../../actions/messages.ts";
import { DAY_PARTS, findStale, namedInBoth, shownFind, type DayPart, type ShownFind } from "../../shownFind.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Segments } from "../../ui/Choice.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { count, decimal } from "../../ui/format.ts";
import { AgreementTable } from "./AgreementTable.tsx";
import { CellFacts } from "./CellFacts.tsx";

export function FindResults() {
  const find = useStore(shownFind);
  return find && <Results key={find.part} find={find} />;
}

function Results({ find }: { readonly find: ShownFind }) {
  const finds = useStore((state) => state.finds);
  const view = useStore((state) => state.findView);
  // A string, so that the selector's answer can be compared.
  const stale = useStore((state) => findStale(find, state, committedPlan(state).harm).join(" and "));
  const { found } = find;
  const named = useMemo(() => found.agreement.filter((cell) => cell.named >= view.least), [found, view.least]);
  const other = find.part === "day" ? finds.night : find.part === "night" ? finds.day : undefined;
  const both = useMemo(() => (other ? namedInBoth(find, other) : null), [find, other]);
  const parts = (Object.keys(DAY_PARTS) as DayPart[]).filter((part) => finds[part]);
  const colours = [
    { value: "methods", label: "Methods" } as const,
    ...(found.giStar ? [{ value: "giStar", label: "Gi*" } as const] : []),
    ...(found.localMoran ? [{ value: "localMoran", label: "Moran’s I" } as const] : []),
  ];
  return (
    <div className="section">
      <h3>{count(find.incidents)} incidents, {DAY_PARTS[find.part]}</h3>
      {stale !== "" && <p className="notice" role="status">Stale: {stale} changed since it was made.</p>}
      {parts.length > 1 && (
        <Segments label="Shown" value={find.part} options={parts.map((part) => ({ value: part, label: PART_LABELS[part] }))} onChange={(part) => lookAtFind({ part, cell: null })} />
      )}
      {colours.length > 1 && <Segments label="Colours" value={view.colours} options={colours} onChange={(next) => lookAtFind({ colours: next })} />}
      <NumberInput label="Named by at least" unit="methods" min={1} max={found.methods.length} value={view.least} onChange={(least) => lookAtFind({ least, cell: null })} />
      <p className="muted hint">
        {count(named.length)} of {found.cover}.{found.outside > 0 && ` ${count(found.outside)} incidents lie outside.`}
        {both !== null && ` ${count(both)} of the ${count(found.agreement.length)} are named ${find.part === "day" ? "by night" : "by day"} too.`}
      </p>
      <Cautions find={find} />
      <AgreementTable find={find} named={named} />
      {view.cell !== null && <CellFacts find={find} cell={view.cell} />}
      <MakeHotspots find={find} named={named} />
      <Used find={find} />
      <div className="actions"><Button onPress={() => useStore.setState({ finds: {} })}>Take it off the map</Button></div>
    </div>
  );
}

const PART_LABELS: Readonly<Record<DayPart, string>> = { filtered: "As filtered", day: "Day", night: "Night" };

function MakeHotspots({ find, named }: { readonly find: ShownFind; readonly named: readonly NamedCell[] }) {
  const [n, setN] = useState(20);
  const [passedOver, setPassedOver] = useState<readonly PassedOver[]>([]);
  const make = (): void => void attempt("Making hotspots", () => setPassedOver(promoteNamed(find, named.map(({ cell }) => cell), n)));
  return (
    <>
      <NumberInput label="How many of them" min={1} max={500} value={n} onChange={setN} />
      <p className="muted hint">
        In this order, passing over cells whose buffers would overlap or that touch an exclusion
        {find.part !== "filtered" && `; patrols are offered in the ${find.part}’s hours`}.
      </p>
      <div className="actions"><Button isDisabled={named.length === 0} onPress={make}>Make these hotspots</Button></div>
      {passedOver.length > 0 && (
        <details>
          <summary>{count(passedOver.length)} passed over, and why</summary>
          <Scroll name="Cells passed over" tall>
            <ul className="plain">{passedOver.map(({ rank, why }) => <li key={rank}>{why}.</li>)}</ul>
          </Scroll>
        </details>
      )}
    </>
  );
}

/** What several methods say alike is said once. */
const Cautions = ({ find: { found } }: { readonly find: ShownFind }) =>
  [...new Set(found.methods.flatMap(({ caution }) => caution ?? []))].map((caution) => <p key={caution} className="notice" role="status">{caution}</p>);

function Used({ find: { found, harm } }: { readonly find: ShownFind }) {
  return (
    <details>
      <summary>As it was made</summary>
      <table className="table tight" aria-label="Methods and what they used">
        <thead><tr><th scope="col">Method</th><th scope="col" className="number">Names</th><th scope="col">With</th></tr></thead>
        <tbody>
          {found.methods.map(({ name, title, parameters, named }) => (
            <tr key={name}>
              <th scope="row">{title}</th>
              <td className="number">{count(named)}</td>
              <td className="wrap">{name === "harm" ? `weights of ${harm?.name ?? ""}` : Object.entries(parameters).map(inWords).join(", ") || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const METRES = new Set(["bandwidth", "radius", "floor"]);

const inWords = ([name, value]: readonly [string, string | number]): string =>
  `${name} ${typeof value === "string" ? value : METRES.has(name) ? `${decimal(value, 0)} m` : value}`;
