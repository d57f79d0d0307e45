// Rows in a table: sorted by any column, and one of them chosen by its name.

import { useState } from "react";
import { Focusable } from "react-aria-components";
import { Scroll } from "./Scroll.tsx";
import { Tip } from "./Tip.tsx";

export interface Column<Row> {
  readonly head: string;
  /** The formula behind the number. */
  readonly text: string;
  readonly order: (row: Row) => number;
  readonly words: (row: Row) => string;
  /** Beyond its words, e.g. an interval. */
  readonly more?: (row: Row) => string;
  /** Words that may be long: cut off, and whole in `more`. */
  readonly clipped?: boolean;
}

interface Props<Row> {
  readonly name: string;
  readonly first: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly nameOf: (row: Row) => string;
  readonly chosen: Row | null;
  readonly onChoose: (row: Row) => void;
}

/** Columns start with their greatest value on top. */
export function ChoiceTable<Row>({ name, first, rows, columns, nameOf, chosen, onChoose }: Props<Row>) {
  const [sorting, setSorting] = useState<{ readonly column: number; readonly up: boolean } | null>(null);
  const order = sorting && columns[sorting.column].order;
  const sorted = order ? rows.toSorted((a, b) => (sorting.up ? 1 : -1) * (order(a) - order(b))) : rows;
  return (
    <Scroll name={name} tall>
      <table className="table tight" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {columns.map(({ head, text, clipped }, i) => {
              const mine = sorting?.column === i ? sorting : null;
              return (
                <th key={head} scope="col" className={clipped ? "" : "number"} aria-sort={mine ? (mine.up ? "ascending" : "descending") : "none"}>
                  <SortHead text={text} onSort={() => setSorting({ column: i, up: mine ? !mine.up : false })}>{mine ? `${head} ${mine.up ? "↑" : "↓"}` : head}</SortHead>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={nameOf(row)} className={row === chosen ? "choosable chosen" : "choosable"} onClick={() => onChoose(row)}>
              <th scope="row">
                <button type="button" className="row-name" title={nameOf(row)} aria-pressed={row === chosen}>{nameOf(row)}</button>
              </th>
              {columns.map(({ head, words, more, clipped }) => <td key={head} className={clipped ? "clipped" : "number"} title={more?.(row) ?? ""}>{words(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const SortHead = ({ text, onSort, children }: { readonly text: string; readonly onSort: () => void; readonly children: string }) => (
  <Tip text={text}>
    <Focusable><button type="button" className="explained" onClick={onSort}>{children}</button></Focusable>
  </Tip>
);
