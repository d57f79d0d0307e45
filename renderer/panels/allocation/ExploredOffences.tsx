// What one combination does to every offence, against the best that any combination of the same fleet does for it.

import type { ExploredRow } from "../../../core/patrol/explore/exploration.ts";
import { Scroll } from "../../ui/Scroll.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, metres, percent, signed } from "../../ui/format.ts";

const BEHIND = "Covered share less the most that a combination of the same fleet reaches for this offence, in percentage points: what this offence pays for the others.";
const FURTHER = "Mean distance less the least that a combination of the same fleet reaches for this offence, m.";

interface Props {
  readonly row: ExploredRow;
  /** All combinations of the same fleet. */
  readonly rivals: readonly ExploredRow[];
  readonly name: string;
}

export function ExploredOffences({ row, rivals, name }: Props) {
  return (
    <div className="section">
      <h3>Every offence with {name}</h3>
      <Scroll name="Every offence with this combination" tall>
        <table className="table tight" aria-label="Every offence with this combination">
          <thead>
            <tr>
              <th scope="col">Offence</th>
              <th scope="col" className="number">incidents</th>
              <th scope="col" className="number">covered</th>
              <th scope="col" className="number"><Explained text={BEHIND}>behind</Explained></th>
              <th scope="col" className="number">mean</th>
              <th scope="col" className="number"><Explained text={FURTHER}>further</Explained></th>
            </tr>
          </thead>
          <tbody>
            {row.offences.map(({ name: offence, quality: { crimes, coverage, meanDistance } }, o) => {
              const most = Math.max(...rivals.map(({ offences }) => offences[o].quality.coverage ?? 0));
              const least = Math.min(...rivals.map(({ offences }) => offences[o].quality.meanDistance ?? Infinity));
              return (
                <tr key={offence}>
                  <th scope="row" className="clipped" title={offence}>{offence}</th>
                  <td className="number">{count(crimes)}</td>
                  <td className="number">{coverage === null ? "–" : percent(coverage, 0)}</td>
                  <td className="number">{coverage === null ? "–" : coverage === most ? "best" : signed(100 * (coverage - most), 0)}</td>
                  <td className="number">{meanDistance === null ? "–" : metres(meanDistance)}</td>
                  <td className="number">{meanDistance === null ? "–" : meanDistance === least ? "best" : signed(meanDistance - least, 0)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}
