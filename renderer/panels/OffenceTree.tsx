// The offences as a tree with counts: a category switches all that is under it.

import { useMemo, useState } from "react";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import type { IncidentTable } from "../../core/incidents/table.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Check } from "../ui/Check.tsx";
import { count } from "../ui/format.ts";

interface Props {
  readonly table: IncidentTable;
  readonly byOffence: Uint32Array | null;
  readonly without: readonly number[];
  readonly onChange: (without: readonly number[]) => void;
}

interface Branch {
  readonly category: string;
  readonly leaves: readonly number[];
}

export function OffenceTree({ table, byOffence, without, onChange }: Props) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [search, setSearch] = useState("");
  const branches = useMemo(() => branchesOf(table), [table]);
  const left = new Set(without);
  const sum = (leaves: readonly number[]): number => leaves.reduce((total, leaf) => total + (byOffence?.[leaf] ?? 0), 0);
  const set = (leaves: readonly number[], kept: boolean): void => {
    const next = new Set(left);
    for (const leaf of leaves) if (kept) next.delete(leaf); else next.add(leaf);
    onChange([...next].sort((a, b) => a - b));
  };
  const everything = table.offences.map((_, i) => i);
  const wanted = search.trim().toLowerCase();
  const shown = branches
    .filter(({ category, leaves }) => wanted === "" || category.toLowerCase().includes(wanted) || leaves.some((leaf) => table.offences[leaf].name.toLowerCase().includes(wanted)))
    .sort((a, b) => sum(b.leaves) - sum(a.leaves));
  return (
    <div className="section">
      <h3>
        Offences
        <span className="spring" />
        <Button look="quiet" onPress={() => onChange([])}>All</Button>
        <Button look="quiet" onPress={() => onChange(everything)}>None</Button>
      </h3>
      {branches.length > 8 && (
        <input className="input" placeholder="Search offences" aria-label="Search offences" value={search} onChange={(event) => setSearch(event.target.value)} />
      )}
      <div className="offences" role="group" aria-label="Offences">
        {shown.map(({ category, leaves }) => {
          const off = leaves.filter((leaf) => left.has(leaf)).length;
          const single = leaves.length === 1 && table.offences[leaves[0]].name === category;
          return (
            <div key={category}>
              <div className="offence">
                {single ? <span className="gap" /> : (
                  <IconButton
                    icon={open.has(category) ? <IconChevronDown size={12} /> : <IconChevronRight size={12} />}
                    label={open.has(category) ? `Close ${category}` : `Open ${category}`}
                    onPress={() => setOpen(toggled(open, category))}
                  />
                )}
                <Check isSelected={off === 0} isIndeterminate={off > 0 && off < leaves.length} onChange={(kept) => set(leaves, kept)}>{category}</Check>
                <span className="muted number">{count(sum(leaves))}</span>
              </div>
              {open.has(category) && leaves.map((leaf) => (
                <div key={leaf} className="offence leaf">
                  <Check isSelected={!left.has(leaf)} onChange={(kept) => set([leaf], kept)}>{table.offences[leaf].name}</Check>
                  <span className="muted number">{count(byOffence?.[leaf] ?? 0)}</span>
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function branchesOf({ offences }: IncidentTable): Branch[] {
  const byCategory = new Map<string, number[]>();
  offences.forEach(({ category }, i) => byCategory.set(category, [...(byCategory.get(category) ?? []), i]));
  return [...byCategory].map(([category, leaves]) => ({ category, leaves }));
}

function toggled(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
