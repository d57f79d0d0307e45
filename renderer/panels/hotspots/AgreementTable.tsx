// The consistency table: which method names which cell, with its rank, and what excludes the cell.

import { useMemo } from "react";
import type { NamedCell } from "../../../core/hotspots/find/agreement.ts";
import type { MethodName } from "../../../core/hotspots/find/methodNames.ts";
import { lookAtCell } from "../../actions/identify.ts";
import type { ShownFind } from "../../shownFind.ts";
import { useStore } from "../../store.ts";
import { ChoiceTable, type Column } from "../../ui/ChoiceTable.tsx";
import { count } from "../../ui/format.ts";
import { useTouched } from "./useTouched.ts";

/** Heads of a narrow table. */
const HEADS: Readonly<Record<MethodName, string>> = { count: "n", harm: "harm", density: "KD", giStar: "Gi*", localMoran: "I", dbscan: "DB", hdbscan: "HDB" };

const NAMED = "How many of the methods name the cell among their first";

interface Row extends NamedCell {
  /** Its place in the agreement, from 1. */
  readonly place: number;
}

export function AgreementTable({ find, named }: { readonly find: ShownFind; readonly named: readonly NamedCell[] }) {
  const chosen = useStore((state) => state.findView.cell);
  const { found, top } = find;
  const cells = useMemo(() => named.map(({ cell }) => cell), [named]);
  const touched = useTouched(found, cells);
  const rows = useMemo(() => named.map((cell, i): Row => ({ ...cell, place: i + 1 })), [named]);
  const columns = useMemo((): Column<Row>[] => [
    { head: `of ${found.methods.length}`, text: `${NAMED} ${top}.`, order: (row) => row.named, words: (row) => `${row.named}` },
    ...([...touched.values()].some((names) => names.length > 0) ? [{
      head: "excluded by",
      text: "Exclusions that the cell touches and that are not overruled.",
      order: (row: Row) => touched.get(row.cell)?.length ?? 0,
      words: (row: Row) => inShort(touched.get(row.cell) ?? []),
      more: (row: Row) => (touched.get(row.cell) ?? []).join(", "),
      clipped: true,
    }] : []),
    ...found.methods.map(({ name, title }, m): Column<Row> => ({
      head: HEADS[name],
      text: `Rank by ${title}; – where it does not name the cell.`,
      order: (row) => -(row.ranks[m] ?? Infinity),
      words: (row) => (row.ranks[m] === null ? "–" : count(row.ranks[m])),
    })),
    { head: "incidents", text: "Incidents in the cell.", order: (row) => found.count[row.cell], words: (row) => count(found.count[row.cell]) },
    ...(found.harm ? [{ head: "days", text: "Harm of the incidents in the cell, days by the harm table.", order: (row: Row) => found.harm![row.cell], words: (row: Row) => count(found.harm![row.cell]) }] : []),
  ], [found, top, touched]);
  return (
    <ChoiceTable
      name="Cells and the methods that name them"
      first="Cell"
      rows={rows}
      columns={columns}
      nameOf={(row) => `${row.place}`}
      chosen={rows.find(({ cell }) => cell === chosen) ?? null}
      onChoose={(row) => lookAtCell(row.cell)}
    />
  );
}

const inShort = (names: readonly string[]): string => (names.length < 2 ? names.join("") : `${names.length}: ${names.join(", ")}`);
