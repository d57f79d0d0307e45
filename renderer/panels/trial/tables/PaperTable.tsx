// A paper's tables computed again from their own counts, cell by cell beside the print.

import type { PublishedCell, Verdict } from "../../../../core/trial/published/publishedCell.ts";
import { publishedCsv } from "../../../../core/trial/published/publishedCsv.ts";
import { verdicts, type PublishedTables } from "../../../../core/trial/published/publishedTables.ts";
import { THAMES_VALLEY, thamesValleyTables } from "../../../../core/trial/published/thamesValley.ts";
import { attempt } from "../../../actions/messages.ts";
import { pickFile } from "../../../actions/openFile.ts";
import { saveFile } from "../../../actions/saveFile.ts";
import { useStore } from "../../../store.ts";
import { Button } from "../../../ui/Button.tsx";
import { Explained } from "../../../ui/Tip.tsx";
import { fourDigits, pDigits } from "./fourDigits.ts";

const MARKS: Readonly<Record<Verdict, { readonly mark: string; readonly look: string; readonly words: string }>> = {
  same: { mark: "as printed", look: "good", words: "as printed" },
  sign: { mark: "sign", look: "warn", words: "of the printed size, with another sign" },
  differs: { mark: "differs", look: "bad", words: "different" },
  "raw data needed": { mark: "raw data", look: "muted", words: "in need of the raw data" },
  "not printed": { mark: "new", look: "muted", words: "not printed" },
};

export function PaperTable() {
  const tables = useStore((state) => state.publishedTables);
  return (
    <>
      <div className="section">
        <p className="muted hint">From the counts, means and t that a paper prints, every cell that follows is computed again, and the convention that gives the print is named.</p>
        <div className="actions">
          <Button look="primary" onPress={() => useStore.setState({ publishedTables: thamesValleyTables() })}>Thames Valley's own tables</Button>
          <Button onPress={() => pickFile("counts")}>Open a paper's counts …</Button>
          <Button look="quiet" onPress={() => void attempt("The file", () => saveFile("counts.json", new TextEncoder().encode(JSON.stringify(THAMES_VALLEY, null, 2))))}>Save an example of such a file</Button>
        </div>
      </div>
      {tables && <Cells tables={tables} />}
    </>
  );
}

function Cells({ tables }: { readonly tables: PublishedTables }) {
  const counted = verdicts(tables.cells);
  const blocks = blocksOf(tables.cells);
  return (
    <div className="section">
      <h3>{tables.title}</h3>
      <p>{(Object.keys(MARKS) as Verdict[]).filter((verdict) => counted[verdict] > 0).map((verdict) => `${counted[verdict]} ${MARKS[verdict].words}`).join(", ")}.</p>
      {[...blocks].map(([name, cells]) => (
        <table key={name} className="table tight results" aria-label={name}>
          <thead>
            <tr><th scope="col">{name}</th><th scope="col" className="number">Printed</th><th scope="col" className="number">Computed</th><th scope="col">Is</th></tr>
          </thead>
          <tbody>{cells.map((cell) => <Cell key={cell.outcome + cell.cell} cell={cell} />)}</tbody>
        </table>
      ))}
      <div className="actions">
        <Button look="quiet" onPress={() => void attempt("The CSV", () => saveFile("published-tables.csv", new TextEncoder().encode(publishedCsv(tables))))}>Save as CSV</Button>
      </div>
    </div>
  );
}

/** A table for each row of the paper, and one for its claims. */
function blocksOf(cells: readonly PublishedCell[]): ReadonlyMap<string, readonly PublishedCell[]> {
  const blocks = new Map<string, PublishedCell[]>();
  for (const cell of cells) {
    const name = cell.measure === "claim" ? cell.table : [cell.table, cell.outcome, cell.measure].filter(Boolean).join(" · ");
    blocks.set(name, [...(blocks.get(name) ?? []), cell]);
  }
  return blocks;
}

function Cell({ cell: { outcome, measure, cell, printed, computed, formula, verdict, reason } }: { readonly cell: PublishedCell }) {
  const { mark, look } = MARKS[verdict];
  return (
    <>
      <tr data-verdict={verdict}>
        <th scope="row"><Explained text={formula}>{measure === "claim" ? outcome : cell}</Explained></th>
        <td className="number">{printed ?? "–"}</td>
        <td className="number">{computed === null ? "–" : cell === "p" ? pDigits(computed) : fourDigits(computed)}</td>
        <td className={look}>{mark}</td>
      </tr>
      {reason && <tr className="reason"><td colSpan={4} className="muted">{reason}</td></tr>}
    </>
  );
}
