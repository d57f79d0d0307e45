// When the incidents of hotspots happen, counted in a worker whenever their ground or the filter changes.

import { useEffect, useState } from "react";
import type { AreaProfile } from "../../../core/hotspots/areas/profileOfAreas.ts";
import type { Shape } from "../../../core/geo/types.ts";
import { takeRows } from "../../../core/incidents/takeRows.ts";
import { groundOf } from "../../../core/plan/groundOf.ts";
import type { Hotspot } from "../../../core/plan/plan.ts";
import { attempt } from "../../actions/messages.ts";
import { thePool } from "../../actions/runJob.ts";
import { committedPlan, useStore, type Filtered } from "../../store.ts";

/** ms: a hotspot that is nudged key by key is counted when it rests. */
const REST = 300;

export interface Profiles {
  /** In the order of the hotspots. */
  readonly profiles: readonly AreaProfile[];
  /** False: of the hotspots or the filter as they were a moment ago, while they are counted again. */
  readonly isCurrent: boolean;
}

/** null until they are counted for the first time. @param hotspots - of the committed plan */
export function useProfiles(hotspots: readonly Hotspot[]): Profiles | null {
  const plan = useStore(committedPlan);
  const filtered = useStore((state) => state.filtered);
  const grounds = useSameGrounds(hotspots.map((hotspot) => groundOf(plan, hotspot)));
  const [counted, setCounted] = useState<{ readonly grounds: readonly Shape[][]; readonly filtered: Filtered; readonly profiles: readonly AreaProfile[] } | null>(null);
  useEffect(() => {
    const { incidents } = useStore.getState();
    if (!filtered || !incidents || grounds.length === 0) return;
    let wanted = true;
    const timer = setTimeout(() => void attempt("Counting by hour", async () => {
      const { start, precision } = incidents.table;
      const profiles = await thePool().run("profileOfAreas", { areas: [...grounds], x: filtered.x, y: filtered.y, start: takeRows(start, filtered.selected), precision });
      if (wanted) setCounted({ grounds, filtered, profiles });
    }), REST);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [grounds, filtered]);
  return counted && { profiles: counted.profiles, isCurrent: counted.grounds === grounds && counted.filtered === filtered };
}

/** The same array while every shape is the same: hours and names that change leave the counts alone. */
function useSameGrounds(grounds: readonly Shape[][]): readonly Shape[][] {
  const [kept, setKept] = useState(grounds);
  if (sameGrounds(kept, grounds)) return kept;
  setKept(grounds);
  return grounds;
}

const sameGrounds = (a: readonly Shape[][], b: readonly Shape[][]): boolean =>
  a.length === b.length && a.every((ground, i) => ground.length === b[i].length && ground.every((shape, k) => shape === b[i][k]));
