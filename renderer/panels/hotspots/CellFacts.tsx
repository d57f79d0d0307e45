// What the methods say of one cell.

import { QUADRANT_NAMES, type ShownFind } from "../../shownFind.ts";
import { Explained } from "../../ui/Tip.tsx";
import { count, pInWords, signed } from "../../ui/format.ts";

const GI_STAR = "Standard score of the incidents in the cell and its neighbours against all cells: above 0 hot, below 0 cold (Ord and Getis 1995, eq. 14). p is two-sided.";
const MORAN = "Local Moran’s I: the cell’s deviation from the mean times its neighbours’ mean deviation, over the variance (Anselin 1995). Above 0 where both deviate alike. p is two-sided.";

export function CellFacts({ find: { found }, cell }: { readonly find: ShownFind; readonly cell: number }) {
  const { giStar, localMoran, dbscan, hdbscan, harm } = found;
  return (
    <dl className="facts">
      <dt>Incidents in the cell</dt><dd>{count(found.count[cell])}</dd>
      {harm && <><dt>Harm, days</dt><dd>{count(harm[cell])}</dd></>}
      {giStar && (
        <>
          <dt><Explained text={GI_STAR}>Gi*, z</Explained></dt>
          <dd>{signed(giStar.z[cell], 2)}<span className="muted interval">{pInWords(giStar.p[cell])}, adjusted {pInWords(giStar.adjusted[cell])}</span></dd>
        </>
      )}
      {localMoran && (
        <>
          <dt><Explained text={MORAN}>Moran’s I</Explained></dt>
          <dd>{signed(localMoran.i[cell], 2)}<span className="muted interval">{QUADRANT_NAMES[localMoran.quadrant[cell]]}, adjusted {pInWords(localMoran.adjusted[cell])}</span></dd>
        </>
      )}
      {dbscan && <><dt>DBSCAN</dt><dd>{cluster(dbscan, cell)}</dd></>}
      {hdbscan && <><dt>HDBSCAN</dt><dd>{cluster(hdbscan, cell)}</dd></>}
    </dl>
  );
}

type Clusters = NonNullable<ShownFind["found"]["dbscan"]>;

const cluster = ({ label, clusters }: Clusters, cell: number): string => (label[cell] < 0 ? "no cluster" : `cluster ${label[cell] + 1} of ${count(clusters)}`);

