// The town's context layers as GeoJSON (RFC 7946: WGS 84, outer rings anticlockwise, 6 decimals).

import { hexagonRing } from "../../core/geo/hexagon.ts";
import type { Point } from "../../core/geo/types.ts";
import { ribbon, type Line } from "./curves.ts";
import { districts, grounds, parks, places, railway, river, RIVER_WIDTH, schools, studyArea, townCentre, type Area, type Place } from "./ground.ts";
import { bridges, type Street } from "./mainRoads.ts";
import { lonLat, RIVER } from "./site.ts";
import type { Trial } from "./trial.ts";

type Properties = Readonly<Record<string, string | number>>;

/** File name without ending → text of the file, a feature a line. */
export function layers(streets: readonly Street[], trial: Trial): Record<string, string> {
  return {
    "study-area": collection([areaFeature(studyArea)]),
    districts: collection(districts.map(areaFeature)),
    "town-centre": collection([areaFeature(townCentre)]),
    river: collection([polygonFeature({ kind: "river", name: RIVER }, ribbon(river, RIVER_WIDTH))]),
    parks: collection(parks.map(areaFeature)),
    grounds: collection([...grounds, ...schools].map(areaFeature)),
    railway: collection([lineFeature({ kind: "railway", name: "Harrowmere Line" }, railway)]),
    streets: collection(streets.map(({ name, kind, line }) => lineFeature({ kind, name }, line))),
    bridges: collection(bridges.map(placeFeature)),
    places: collection(places.map(placeFeature)),
    "trial-hotspots": collection(trial.hotspots.map(({ id, shape, incidents }, i) =>
      polygonFeature({ id, rank: i + 1, "incidents before the trial": incidents }, hexagonRing(shape)))),
  };
}

const collection = (features: readonly string[]): string =>
  `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}\n`;

const feature = (properties: Properties, type: string, coordinates: unknown): string =>
  JSON.stringify({ type: "Feature", properties, geometry: { type, coordinates } });

const degrees = (line: Line): (readonly [number, number])[] => line.map((p) => lonLat(p, 6));

const polygonFeature = (properties: Properties, ring: readonly Point[]): string =>
  feature(properties, "Polygon", [degrees([...ring, ring[0]])]);

const lineFeature = (properties: Properties, line: Line): string => feature(properties, "LineString", degrees(line));

const areaFeature = ({ kind, name, ring }: Area): string => polygonFeature({ kind, name }, ring);

const placeFeature = ({ kind, name, at }: Place): string => feature({ kind, name }, "Point", lonLat(at, 6));
