// All exclusions by the rule that made them: what each touches now, which are overruled, one of them to look at and overrule.

import { useMemo, useState } from "react";
import { exclusionsOfCells } from "../../../core/hotspots/exclude/exclusionsOfCells.ts";
import { cellShape } from "../../../core/hotspots/promote.ts";
import type { Exclusion } from "../../../core/plan/plan.ts";
import { removeExclusionRule } from "../../actions/exclusionRules.ts";
import { attempt } from "../../actions/messages.ts";
import { zoomToFeature } from "../../actions/zoom.ts";
import { showPanel } from "../../frame/dockHandle.ts";
import { shownFind } from "../../shownFind.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { ChoiceTable, type Column } from "../../ui/ChoiceTable.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { count } from "../../ui/format.ts";

const ruleOf = ({ rule }: Exclusion): string => rule ?? "Drawn by hand";

export function ExclusionList() {
  const exclusions = useStore((state) => committedPlan(state).exclusions);
  const touching = useTouching();
  if (exclusions.length === 0) {
    return <div className="empty"><p>No exclusion yet. Make some by a rule, or draw one (E): no hotspot is made or placed where it would touch one.</p></div>;
  }
  const rules = [...new Set(exclusions.map(ruleOf))];
  const overruled = exclusions.filter((one) => one.overruled !== undefined).length;
  return (
    <>
      <div className="section">
        <h3>{count(exclusions.length)} exclusions{overruled > 0 && `, ${count(overruled)} overruled`}</h3>
      </div>
      {rules.map((rule) => <RuleGroup key={rule} rule={rule} made={exclusions.filter((one) => ruleOf(one) === rule)} touching={touching} />)}
    </>
  );
}

/** Names of the hotspots and named cells that touch each exclusion, by its id. */
function useTouching(): ReadonlyMap<string, readonly string[]> {
  const { hotspots, exclusions } = useStore(committedPlan);
  const found = useStore((state) => shownFind(state)?.found ?? null);
  return useMemo(() => {
    const places = [
      ...hotspots.map(({ name, shape }) => ({ name, shape })),
      ...(found ? found.agreement.map(({ cell }, i) => ({ name: `cell ${i + 1}`, shape: cellShape(found, cell) })) : []),
    ];
    const touching = new Map<string, string[]>();
    exclusionsOfCells(places.map(({ shape }) => shape), exclusions).forEach((touched, i) => {
      for (const { id } of touched) touching.set(id, [...(touching.get(id) ?? []), places[i].name]);
    });
    return touching;
  }, [hotspots, exclusions, found]);
}

/** More rows than this are found by their name. */
const MOST_ROWS = 60;

interface GroupProps {
  readonly rule: string;
  readonly made: readonly Exclusion[];
  readonly touching: ReadonlyMap<string, readonly string[]>;
}

function RuleGroup({ rule, made, touching }: GroupProps) {
  const selection = useStore((state) => state.selection);
  const [search, setSearch] = useState("");
  const [isOpen, setOpen] = useState(made.length <= MOST_ROWS);
  const wanted = search.trim().toLowerCase();
  const found = made.filter(({ name }) => name.toLowerCase().includes(wanted));
  // Those that matter now come first.
  const rows = found.toSorted((a, b) => touched(b, touching) - touched(a, touching)).slice(0, MOST_ROWS);
  const selected = made.find(({ id }) => selection.includes(id)) ?? null;
  const overruled = made.filter((one) => one.overruled !== undefined).length;
  const columns: Column<Exclusion>[] = [
    {
      head: "touched by",
      text: "Hotspots of the plan and cells that methods name, where it is not overruled.",
      order: (one) => touched(one, touching),
      words: ({ id }) => inShort(touching.get(id) ?? []),
      more: ({ id }) => (touching.get(id) ?? []).join(", "),
    },
    { head: "state", text: "Overruled: it is listed, with the note, and excludes nothing.", order: (one) => (one.overruled === undefined ? 0 : 1), words: (one) => (one.overruled === undefined ? "excludes" : "overruled"), more: (one) => one.overruled ?? one.reason },
  ];
  return (
    <details className="section" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{rule}: {count(made.length)}{overruled > 0 && `, ${overruled} overruled`}</summary>
      {isOpen && (
        <>
          <p className="muted hint">{[...new Set(made.map(({ reason }) => reason))].slice(0, 3).join("; ")}</p>
          {made.length > MOST_ROWS && <TextInput label="Search" value={search} onChange={setSearch} placeholder={`The first ${MOST_ROWS} of ${count(found.length)}`} />}
          <ChoiceTable name={rule} first="Exclusion" rows={rows} columns={columns} nameOf={({ name }) => name} chosen={selected} onChoose={({ id }) => {
            zoomToFeature(id);
            showPanel("inspector");
          }} />
          {made[0].rule !== undefined && (
            <div className="actions"><Button onPress={() => void attempt("Removing the rule", () => removeExclusionRule(rule))}>Remove this rule</Button></div>
          )}
        </>
      )}
    </details>
  );
}

const touched = ({ id }: Exclusion, touching: GroupProps["touching"]): number => touching.get(id)?.length ?? 0;

const inShort = (names: readonly string[]): string => (names.length <= 2 ? names.join(", ") : `${names[0]} and ${names.length - 1} more`);
