// Which demand each post covers, by the posting's own distances and each kind's radius.

import type { Posting } from "../posting/createPosting.ts";
import { reachOf } from "../reach.ts";
import { coverSets, setFamily, type SetFamily, setOf } from "./coverSets.ts";

/** @param radiusOf - of a kind, m; the boundary belongs to it */
export function postSets(posting: Posting, radiusOf: (kind: number) => number): SetFamily {
  const { demand, sites, kinds, limits, straight } = posting;
  const known = new Map<number, SetFamily>();
  const ofKind = kinds.map((_, kind) => {
    const radius = radiusOf(kind);
    const family = known.get(radius) ?? (straight ? coverSets(sites, demand, radius) : setsByDistance(posting, radius));
    known.set(radius, family);
    return family;
  });
  return setFamily(Array.from(limits.siteOf, (site, post) => setOf(ofKind[limits.kindOf[post]], site)));
}

function setsByDistance({ demand, sites, distance }: Posting, radius: number): SetFamily {
  const reach = reachOf(radius);
  return setFamily(
    Array.from(sites.x, (_, site) => {
      const near: number[] = [];
      for (let i = 0; i < demand.x.length; i++) if (distance(i, site) <= reach) near.push(i);
      return near;
    }),
  );
}
