// The invented town put together: named streets, and the addresses along them with what stands there.

import type { Point } from "../../core/geo/types.ts";
import { drawGamma } from "../../core/stats/drawGamma.ts";
import { drawNormal } from "../../core/stats/drawNormal.ts";
import { createRandom, type Random } from "../../core/stats/random.ts";
import { along, gap } from "./curves.ts";
import { districtOf, FESTIVAL_PARK, parks, placeOf, railway, river, townRadius } from "./ground.ts";
import { mainRoads, type Street } from "./mainRoads.ts";
import { sideStreets } from "./sideStreets.ts";
import { SEED } from "./site.ts";
import { streetField } from "./streetField.ts";
import { streetNames } from "./streetNames.ts";

/** What stands at an address, as far as crime goes. */
export type Setting =
  | "home" | "shop" | "pub" | "business" | "car park" | "station" | "bus station"
  | "hospital" | "prison" | "college" | "park" | "police station";

export interface Address {
  readonly at: Point;
  readonly setting: Setting;
  /** The text of the record: a street, or a kind of place as police.uk writes it. */
  readonly location: string;
  readonly district: string;
  /** Heavy-tailed: a few addresses draw most of the incidents. */
  readonly weight: number;
}

export interface Town {
  readonly streets: readonly Street[];
  readonly addresses: readonly Address[];
}

/** Less well-off districts have more of most offences. */
const HARDSHIP: Readonly<Record<string, number>> = {
  Central: 1.6, Kilnside: 1.5, Saltgrass: 0.7, Stonefleet: 1.25, Weirside: 0.55, Tollgate: 1.1, Heronsgate: 0.65,
};

export function makeTown(): Town {
  const random = createRandom(SEED);
  const field = streetField(random.stream("field"), [...mainRoads.map(({ line }) => line), river, railway]);
  const names = streetNames(random.stream("street names"));
  const streets: Street[] = [
    ...mainRoads,
    ...sideStreets(random.stream("side streets"), field, mainRoads).map((line, i) => ({ name: names[i], kind: "side" as const, line })),
  ];
  return { streets, addresses: [...homes(random.stream("homes"), streets), ...venues(random.stream("venues"), streets)] };
}

/** A house every 18 m on either side, weighted by hardship, by neighbourhood, by stretch of street and by house. */
function homes(random: Random, streets: readonly Street[]): Address[] {
  const patches = new Map<string, number>();
  const patchWeight = ({ x, y }: Point): number => {
    const key = `${Math.floor(x / 350)} ${Math.floor(y / 350)}`;
    const known = patches.get(key) ?? Math.exp(0.6 * drawNormal(random.stream(key)));
    patches.set(key, known);
    return known;
  };
  return streets.flatMap((street) => {
    let stretchWeight = 1;
    return along(street.line, 18).flatMap(({ at, direction }, i) => {
      if (i % 12 === 0) stretchWeight = drawGamma(random, 0.5, 2);
      return [-10, 10].flatMap((side) => {
        const p = { x: at.x - side * Math.sin(direction), y: at.y + side * Math.cos(direction) };
        const district = districtOf(p);
        const weight = (HARDSHIP[district] ?? 0) * patchWeight(p) * stretchWeight * drawGamma(random, 0.35, 1 / 0.35);
        return district === "" || weight === 0
          ? []
          : [{ at: p, setting: "home" as const, location: `On or near ${street.name}`, district, weight }];
      });
    });
  });
}

function venues(random: Random, streets: readonly Street[]): Address[] {
  const fronts = streets.flatMap(({ line, kind }) => along(line, 23, 5).map(({ at }) => ({ at, main: kind === "main" })))
    .filter(({ at }) => Math.hypot(at.x, at.y) < townRadius(Math.atan2(at.y, at.x)) - 100);
  const out: Address[] = [];
  const add = (setting: Setting, location: string, at: Point, weight: number): void => {
    out.push({ at, setting, location: `On or near ${location}`, district: districtOf(at), weight });
  };
  /** `count` street fronts among those that pass, the k-th of them weighing k^(−power), Zipf's law. */
  const spread = (setting: Setting, location: string, count: number, power: number, passes: (p: Point, main: boolean) => boolean): void => {
    const open = fronts.filter(({ at, main }) => passes(at, main));
    for (let k = 1; k <= count; k++) add(setting, location, open[random.integer(open.length)].at, k ** -power);
  };
  const within = (middle: Point, radius: number) => (p: Point): boolean => gap(p, middle) < radius;
  const centre = within({ x: 20, y: 40 }, 430);

  spread("pub", "Nightclub", 7, 0.8, within({ x: 160, y: 20 }, 230));
  spread("pub", "Pub/Bar", 34, 0.9, centre);
  spread("pub", "Pub/Bar", 30, 0.6, (_, main) => main);
  spread("shop", "Shopping Area", 60, 0.85, centre);
  spread("shop", "Supermarket", 14, 0.7, (_, main) => main);
  spread("shop", "Shopping Area", 40, 0.5, (p, main) => main && !centre(p));
  spread("business", "Business Premises", 120, 0.5, (p) => centre(p) || within({ x: 2700, y: 1000 }, 480)(p));
  spread("car park", "Parking Area", 16, 0.7, within({ x: 0, y: 0 }, 900));
  spread("car park", "Parking Area", 10, 0.6, () => true);

  const cluster = (setting: Setting, location: string, kind: string, radius: number, count: number): void => {
    const middle = placeOf(kind);
    for (let k = 1; k <= count; k++) {
      const at = { x: middle.x + radius * (random.uniform() - 0.5), y: middle.y + radius * (random.uniform() - 0.5) };
      add(setting, location, at, 1 / k);
    }
  };
  cluster("shop", "Retail Park", "retail park", 190, 9);
  cluster("car park", "Parking Area", "retail park", 220, 4);
  cluster("station", "Railway Station", "railway station", 70, 4);
  cluster("bus station", "Bus/Coach Station", "bus station", 50, 3);
  cluster("college", "Further/Higher Educational Building", "college", 110, 4);
  // One geocode each, so that their records stack on one point as real ones do.
  add("hospital", "Hospital", placeOf("hospital"), 1);
  add("prison", "Prison", placeOf("prison"), 1);
  add("police station", "Police Station", placeOf("police station"), 1);
  for (const { name, ring } of parks) {
    for (let k = 0; k < 7; k++) {
      const corner = ring[random.integer(ring.length)], middle = ring.reduce((s, p) => ({ x: s.x + p.x / ring.length, y: s.y + p.y / ring.length }), { x: 0, y: 0 });
      const t = 0.75 * Math.sqrt(random.uniform());
      const at = { x: middle.x + t * (corner.x - middle.x), y: middle.y + t * (corner.y - middle.y) };
      add("park", name === FESTIVAL_PARK ? FESTIVAL_PARK : "Park/Open Space", at, 1 / (k + 1));
    }
  }
  return out;
}
