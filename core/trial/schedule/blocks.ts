// The blocks of a draw: what is drawn together, within a stratum, on a day or on two days running.

import { InputError } from "../../errors.ts";
import type { TrialDraw } from "../protocol.ts";

/** What a draw must know of a unit. */
export interface DrawUnit {
  readonly id: string;
  readonly stratum: string;
  /** Units of one group always have the same arm. */
  readonly group?: string;
  /** Before the trial, such as incidents a day; arms are compared by it. */
  readonly baseline?: number;
}

/** A group, or a unit without one: what gets an arm of its own. */
export interface Item {
  /** Of the group, or the unit's id. */
  readonly name: string;
  /** Indices of its units. */
  readonly units: readonly number[];
}

export interface Block {
  readonly stratum: string;
  /** Which block of its stratum, from 0. */
  readonly occasion: number;
  /** Indices of its days: one, or two where those on treatment on the first are control on the second. */
  readonly days: readonly number[];
  readonly items: readonly Item[];
}

/** A block, and which of its items are on treatment on its first day. */
export interface DrawnBlock extends Block {
  readonly treated: readonly boolean[];
}

/**
 * The blocks of a design, stratum by stratum and day after day. A last day without a second is a block by itself.
 * @throws InputError where an item would have nothing to be drawn against, or a group lies in two strata
 */
export function blocks(units: readonly DrawUnit[], days: number, block: TrialDraw["block"]): Block[] {
  const size = block === "pair" ? 2 : 1;
  return [...itemsOf(units)].flatMap(([stratum, items]) =>
    Array.from({ length: Math.ceil(days / size) }, (_, occasion): Block => {
      const first = occasion * size;
      return { stratum, occasion, days: first + 1 < days && size === 2 ? [first, first + 1] : [first], items };
    }));
}

/** The blocks of a schedule with what was drawn in them. @param arms - 1 treatment, 0 control; day × units + unit */
export const blocksOf = (units: readonly DrawUnit[], days: number, block: TrialDraw["block"], arms: Uint8Array): DrawnBlock[] =>
  blocks(units, days, block).map((one) => ({ ...one, treated: one.items.map((item) => arms[one.days[0] * units.length + item.units[0]] === 1) }));

/** By stratum, in the order in which units name them. */
function itemsOf(units: readonly DrawUnit[]): Map<string, Item[]> {
  const strata = new Map<string, Map<string, { name: string; units: number[] }>>();
  const stratumOf = new Map<string, string>();
  const ids = new Set(units.map(({ id }) => id));
  if (ids.size < units.length) {
    const twice = units.find(({ id }, i) => units.findIndex((other) => other.id === id) !== i);
    throw new InputError(`Two units are called ${twice?.id}. Give each its own id.`);
  }
  units.forEach(({ id, stratum, group }, unit) => {
    const name = group ?? id;
    if (group !== undefined && ids.has(group) && units.some((other) => other.id === group && other.group !== group)) {
      throw new InputError(`${group} is a group and the id of a unit outside of it. Call the group otherwise.`);
    }
    const before = stratumOf.get(name);
    if (before !== undefined && before !== stratum) {
      throw new InputError(`The group ${name} lies in the strata "${before}" and "${stratum}"; it has one arm a day. Give its units one stratum.`);
    }
    stratumOf.set(name, stratum);
    let items = strata.get(stratum);
    if (!items) strata.set(stratum, (items = new Map()));
    const item = items.get(name);
    if (item) item.units.push(unit);
    else items.set(name, { name, units: [unit] });
  });
  return new Map([...strata].map(([stratum, items]) => {
    if (items.size < 2) {
      const [only] = items.keys();
      throw new InputError(`${stratum === "" ? "The trial" : `The stratum "${stratum}"`} has ${only} alone, so there is nothing to draw on a day. Add units to it, or put ${only} into another stratum.`);
    }
    return [stratum, [...items.values()]];
  }));
}
