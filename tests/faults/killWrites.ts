// What the victim of a kill writes, from its number alone, so that what is found afterwards can be compared.

import type { PlanStep, StoredResult } from "../../core/host.ts";
import type { PackedTable } from "../../core/incidents/packedTable.ts";

export interface Write {
  readonly kind: "step" | "incidents" | "result";
  readonly n: number;
}

/** About what a drag of a few hotspots leaves. */
export const stepOf = (n: number): PlanStep => ({
  label: `Step ${n}`,
  redo: Array.from({ length: 40 }, (_, i) => n * 1000 + i),
  undo: { n, note: "x".repeat(200) },
});

/** Two chunks of each column, every value the write's number: a mixture of two writes shows. */
export function incidentsOf(n: number): PackedTable {
  const length = 70_000;
  return {
    length,
    meta: { n },
    columns: [
      { name: "x", width: 8, bytes: new Uint8Array(new Float64Array(length).fill(n).buffer) },
      { name: "line", width: 4, bytes: new Uint8Array(new Uint32Array(length).fill(n).buffer) },
    ],
  };
}

export const resultOf = (n: number): StoredResult => ({
  id: "surface",
  job: "kernelDensity",
  title: `Run ${n}`,
  made: "2026-11-22T12:00:00Z",
  parameters: { n },
  version: "0.1.0",
  value: { values: new Float64Array(20_000).fill(n) },
  request: { n },
});
