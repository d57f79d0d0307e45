// Vehicles of different kinds: how many of each, how far it reaches, how fast it is.

import { IconTrash } from "@tabler/icons-react";
import { Group, Input, NumberField, TextField } from "react-aria-components";
import { changeAllocationPlan } from "../../actions/allocationDraft.ts";
import { useStore } from "../../store.ts";
import type { AllocationPlan } from "../../../core/patrol/prepareAllocation.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Explained } from "../../ui/Tip.tsx";

type Kind = NonNullable<AllocationPlan["kinds"]>[number];

const SPEED = "Relative to a car. Where distances are optimised, the nearest vehicle is the one with the least distance ÷ speed, and that quotient is what counts.";
const MOST = 20;

export function KindsInput() {
  const { kinds = [], vehicles, radius } = useStore((state) => state.allocationDraft.plan);
  const change = (next: readonly Kind[]): void =>
    changeAllocationPlan(next.length === 0 ? { kinds: undefined } : { kinds: next, vehicles: next.reduce((sum, kind) => sum + kind.vehicles, 0) });
  const patch = (i: number, part: Partial<Kind>): void => change(kinds.map((kind, k) => (k === i ? { ...kind, ...part } : kind)));
  const add = (): void => change(kinds.length === 0 ? [{ name: "car", vehicles, radius, speed: 1 }, { name: "foot", vehicles: 5, radius: 300, speed: 0.2 }] : [...kinds, { name: "drone", vehicles: 1, radius: 1000, speed: 2 }]);
  return (
    <details className="section">
      <summary>Kinds of vehicles{kinds.length > 0 && `: ${kinds.length}`}</summary>
      {kinds.length === 0 ? <p className="muted hint">All are cars alike. Kinds have a number, a reach and a speed of their own.</p> : (
        <table className="table tight kinds" aria-label="Kinds of vehicles">
          <thead>
            <tr>
              <th scope="col">Kind</th><th scope="col">Number</th><th scope="col">Reach, m</th>
              <th scope="col"><Explained text={SPEED}>Speed</Explained></th><th scope="col" aria-label="Remove" />
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind, i) => (
              <tr key={i}>
                <td>
                  <TextField aria-label={`Name of kind ${i + 1}`} value={kind.name} onChange={(name) => name.trim() !== "" && patch(i, { name })}>
                    <Input className="input" />
                  </TextField>
                </td>
                <td><Amount label={`Number of ${kind.name}`} value={kind.vehicles} min={1} max={500} onChange={(next) => patch(i, { vehicles: next })} /></td>
                <td><Amount label={`Reach of ${kind.name}, m`} value={kind.radius ?? radius} min={10} max={20_000} onChange={(next) => patch(i, { radius: next })} /></td>
                <td><Amount label={`Speed of ${kind.name}`} value={kind.speed ?? 1} min={0.01} max={100} digits={2} onChange={(next) => patch(i, { speed: next })} /></td>
                <td><IconButton icon={<IconTrash size={14} />} label={`Remove ${kind.name}`} onPress={() => change(kinds.filter((_, k) => k !== i))} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="actions"><Button isDisabled={kinds.length >= MOST} onPress={add}>{kinds.length === 0 ? "Use kinds" : "Add a kind"}</Button></div>
    </details>
  );
}

interface AmountProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly digits?: number;
  readonly onChange: (value: number) => void;
}

function Amount({ label, value, min, max, digits = 0, onChange }: AmountProps) {
  return (
    <NumberField aria-label={label} value={value} minValue={min} maxValue={max} onChange={(next) => !Number.isNaN(next) && onChange(next)} formatOptions={{ maximumFractionDigits: digits, useGrouping: false }}>
      <Group><Input className="input number" /></Group>
    </NumberField>
  );
}
