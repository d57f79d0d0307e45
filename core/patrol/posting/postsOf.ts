// Between posts, which the models choose, and sites with their kinds, which everybody else reads: there and back.

import type { Allocation } from "./allocation.ts";
import type { Limits } from "./limits.ts";

/** Sites ascending, of a site's vehicles the first kind first. */
export function sitesOf({ siteOf, kindOf }: Limits, posts: Uint32Array): Pick<Allocation, "chosen" | "kinds"> {
  // Within a site posts ascend by kind.
  const sorted = posts.toSorted((a, b) => siteOf[a] - siteOf[b] || a - b);
  return { chosen: sorted.map((post) => siteOf[post]), kinds: Uint8Array.from(sorted, (post) => kindOf[post]) };
}

/** @throws RangeError for a site where no vehicle of that kind may stand */
export function postsOf({ siteOf, kindOf }: Limits, { chosen, kinds }: Pick<Allocation, "chosen" | "kinds">): Uint32Array {
  const known = new Map(Array.from(siteOf, (site, post) => [`${site} ${kindOf[post]}`, post]));
  return chosen
    .map((site, k) => {
      const post = known.get(`${site} ${kinds[k]}`);
      if (post === undefined) throw new RangeError(`No vehicle of kind ${kinds[k]} may stand at site ${site}.`);
      return post;
    })
    .sort();
}
