// Predict, optimise, explore (Brandt et al. 2022, sections 4.2 to 4.4, Figures 3 to 6) on Houston's theft and aggravated assault.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bootstrapSums, ratioOf } from "../../core/forecast/evaluate/bootstrap.ts";
import { SLOTS_PER_DAY } from "../../core/forecast/slots/slots.ts";
import type { TilePredictor } from "../../core/forecast/slots/tilePredictor.ts";
import { equalWeights, mixSurfaces } from "../../core/patrol/explore/mixSurfaces.ts";
import type { ExploredRow, ExploreRequest } from "../../core/patrol/explore/exploration.ts";
import { vehiclesOfSlots } from "../../core/patrol/explore/vehiclesOfSlots.ts";
import { nearestVehicles } from "../../core/patrol/quality/nearestVehicles.ts";
import { sumByBlock } from "../../core/patrol/quality/sumByBlock.ts";
import { tileCentres } from "../../core/patrol/tiles.ts";
import { createRandom } from "../../core/stats/random.ts";
import { createThreadPool } from "../../electron/threadPool.ts";
import { exploreOnPool } from "../../workers/exploreOnPool.ts";
import { runSideBySide } from "../../workers/runSideBySide.ts";
import { FIRST_PREDICTED, TRAINING, isOnTiles, readHouston } from "../support/houston.ts";
import { fixed, markdownTable } from "../support/markdown.ts";
import { paretoFigure } from "../support/paretoFigure.ts";

const TILE = 300, RADIUS = 500, GAP = 0.01, LIMIT = 20;
const FLEETS = [5, 25, 50];
const OBJECTIVES = ["coverage", "distance"] as const;
const FOCAL = ["aggravated assault", "theft"];
const PREDICTORS: readonly { readonly name: string; readonly predictor: TilePredictor; readonly refitDays: number }[] = [
  { name: "random", predictor: { kind: "random" }, refitDays: 1 },
  { name: "regression", predictor: { kind: "linear" }, refitDays: 1 },
  { name: "forest", predictor: { kind: "randomForest", ntree: 5, mtry: 5 }, refitDays: 7 },
  { name: "boosting", predictor: { kind: "gradientBoosting", ntree: 1000, shrinkage: 0.01 }, refitDays: 1 },
];

// `--days 2` is a short run that writes no file.
const { values: given } = parseArgs({ options: { days: { type: "string" } } });
const days = given.days === undefined ? 28 : Number.parseInt(given.days, 10);
const began = performance.now();
const houston = await readHouston(TILE, days);
if (!houston) process.exit(0);
const { grid, cells, layers, date } = houston;
const centres = tileCentres(grid);
const pool = createThreadPool(2);
const [from, to] = [FIRST_PREDICTED * SLOTS_PER_DAY, houston.lastDay * SLOTS_PER_DAY];
const taken = slotsTaken();
const heldOut = [...layers.values()].map(({ name, all }) => {
  const rows = Uint32Array.from(all.x.keys()).filter((i) => taken.includes(all.slot[i]) && isOnTiles(grid, all.x[i], all.y[i]));
  return { name, x: Float64Array.from(rows, (i) => all.x[i]), y: Float64Array.from(rows, (i) => all.y[i]), slot: Uint32Array.from(rows, (i) => taken.indexOf(all.slot[i])) };
});

type Predicted = ExploreRequest["predictors"];
const predicted = new Map<string, Predicted>();
for (const name of FOCAL) predicted.set(name, await predict(name));
const mixed = PREDICTORS.map(({ name }, p) => {
  const surfaces = FOCAL.map((offence) => predicted.get(offence)![p].surfaces);
  return { name, surfaces: mixSurfaces(surfaces, equalWeights(surfaces)) };
});
const explored = new Map<string, readonly ExploredRow[]>();
for (const name of FOCAL) explored.set(name, await explore(name, predicted.get(name)!, FLEETS));
explored.set("mixture", await explore("mixture", mixed, [25]));
pool.dispose();

const lines: string[] = [];
const say = (text: string): void => void lines.push(text);
describe();
for (const name of FOCAL) table(name);
const aligned = alignment();
archetypes();
otherOffence();
everyOffence();
findings();
say(`\nMade by \`npm run study houstonAllocation\` in ${((performance.now() - began) / 60_000).toFixed(1)} minutes on a shared machine with two threads; seed 1.`);
console.log(lines.join("\n"));
if (!given.days) {
  writeFileSync(join(import.meta.dirname, "houstonAllocation.md"), `${lines.join("\n")}\n`);
  writeFileSync(join(import.meta.dirname, "..", "..", "assets", "pictures", "houston-pareto.svg"), figure());
}

/** Every slot in which the rarer offence happened at all: a slot without it would say nothing about it. */
function slotsTaken(): number[] {
  const { x, y, slot } = layers.get(FOCAL[0])!.all;
  const happened = new Set(slot.filter((t, i) => t >= from && t < to && isOnTiles(grid, x[i], y[i])));
  return [...happened].sort((a, b) => a - b);
}

/** Surfaces of all predictors, one density a tile and slot. */
async function predict(name: string): Promise<Predicted> {
  const { all, bandwidth } = layers.get(name)!;
  const further = [...layers.values()].filter((layer) => layer.name !== name).map((layer) => ({ name: layer.name, ...layer.all, bandwidth: layer.bandwidth }));
  const requests = PREDICTORS.map(({ predictor, refitDays }) => ({
    events: all,
    tiles: grid,
    bandwidth,
    predictor,
    refitDays,
    layers: further,
    days: [FIRST_PREDICTED, houston!.lastDay] as [number, number],
    seed: name,
  }));
  const forecasts = await runSideBySide(pool, "slotForecast", requests, { onProgress: tell(`Predicting ${name}`) });
  return forecasts.map(({ slots }, p) => ({ name: PREDICTORS[p].name, surfaces: joined(slots.filter(({ slot }) => taken.includes(slot)).map(({ values }) => values)) }));
}

function joined(slots: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(slots.length * cells.length);
  slots.forEach((values, slot) => all.set(values, slot * cells.length));
  return all;
}

async function explore(name: string, predictors: Predicted, fleets: readonly number[]): Promise<readonly ExploredRow[]> {
  const request: ExploreRequest = { tiles: grid, cells, predictors, objectives: OBJECTIVES, fleets, offences: heldOut, radius: RADIUS, gap: GAP, timeLimit: LIMIT };
  return (await exploreOnPool(pool, request, { onProgress: tell(`Allocating by ${name}`) })).rows;
}

function tell(what: string): (fraction: number) => void {
  let last = -1;
  return (fraction) => {
    const tenth = Math.floor(10 * fraction);
    if (tenth > last) console.error(`${what}: ${10 * tenth} %, ${((performance.now() - began) / 1000).toFixed(0)} s`);
    last = Math.max(last, tenth);
  };
}

function rowsOf(basis: string, vehicles: number, objective: string): readonly ExploredRow[] {
  return explored.get(basis)!.filter((row) => row.vehicles === vehicles && row.objective === objective);
}

function rowOf(basis: string, vehicles: number, objective: string, predictor: string): ExploredRow {
  return rowsOf(basis, vehicles, objective).find((row) => row.predictor === predictor)!;
}

function served(row: ExploredRow, offence: string): ExploredRow["offences"][number] {
  return row.offences.find(({ name }) => name === offence)!;
}

function percent(share: number | null): string {
  return fixed(share === null ? null : 100 * share, 1);
}

function interval(of: { low: number; high: number } | null, scale: number, digits: number): string {
  return of ? `${fixed(scale * of.low, digits)} to ${fixed(scale * of.high, digits)}` : "–";
}

function describe(): void {
  const many = FOCAL.map((name) => `${heldOut.find((offence) => offence.name === name)!.x.length} of ${name}`).join(" and ");
  const worst = (objective: string): string => percent(Math.max(...[...explored.values()].flat().flatMap((row) => (row.objective === objective ? [row.worstGap] : []))));
  say("# Houston: predictors, objectives and fleets\n");
  say("The grid of Brandt et al. (2022), sections 4.2 to 4.4, on Houston's incidents of January to April 2010: four predictors × two objectives × three fleets × two offences.\n");
  say(`- Tiles: the ${grid.columns} × ${grid.rows} = ${cells.length.toLocaleString("en")} of ${TILE} m of [houston.md](houston.md), in the densest part of the city. Slots of four hours, each predicted from the ${TRAINING} days before its own with all ten predictors.`);
  say(`- ${taken.length} slots: of the police days ${date(FIRST_PREDICTED)} to ${date(houston!.lastDay - 1)} every slot in which an ${FOCAL[0]} happened on the tiles, since a slot without one says nothing about it. All numbers, those of theft too, are of these slots: a share of the nine weeks of that study, so that the command ends in under half an hour.`);
  say("- Predictors: random order; multiple linear regression; random forest of 5 trees, mtry 5, fitted weekly (the paper's weak one); gradient boosting of 1,000 trees, shrinkage 0.01.");
  say(`- Objectives: coverage (maximal covering within τ = ${RADIUS} m) and mean distance, which is the p-median itself, not the paper's distance targets. Each slot is solved until it is proved to be within ${100 * GAP} % of the best possible, or for ${LIMIT} s; the worst slot is within ${worst("coverage")} % for coverage and ${worst("distance")} % for distance.`);
  say(`- Judged on what happened in those slots on the tiles: ${many}. Q¹ is the share of crimes within ω = ${RADIUS} m of a vehicle of their slot, in per cent, Q² the mean distance to the nearest, in m; in brackets 95 % bootstrap intervals over slots with crimes. AUC is the mean over slots with crimes; the truncated AUC counts only the share of the city that the fleet can cover (vehicles × 9 tiles ÷ ${cells.length.toLocaleString("en")}), divided by that share.`);
  say("\n![Coverage against mean distance for each predictor, objective and fleet](../../assets/pictures/houston-pareto.svg)");
}

/** Figures 3 and 4 in numbers. */
function table(offence: string): void {
  say(`\n## ${offence[0].toUpperCase()}${offence.slice(1)}\n`);
  say("Pareto: no other row of the same fleet has more coverage and no more distance, or less distance and no less coverage.\n");
  const rows = FLEETS.flatMap((vehicles) =>
    OBJECTIVES.flatMap((objective) =>
      rowsOf(offence, vehicles, objective).map((row) => {
        const { quality, auc, truncatedAuc, pareto } = served(row, offence);
        return [
          `${vehicles}, ${objective}, ${row.predictor}`,
          `${percent(quality.coverage)} (${interval(quality.coverageInterval, 100, 1)})`,
          `${fixed(quality.meanDistance, 0)} (${interval(quality.distanceInterval, 1, 0)})`,
          fixed(auc?.mean, 3),
          fixed(truncatedAuc?.mean, 3),
          `${percent(row.worstGap)} %`,
          pareto ? "yes" : "",
        ];
      }),
    ),
  );
  say(markdownTable(["Fleet, objective, predictor", "Q¹, %", "Q², m", "AUC", "truncated AUC", "worst gap", "Pareto"], rows));
}

function best<Item>(items: readonly Item[], of: (item: Item) => number): Item {
  return items.reduce((a, b) => (of(b) > of(a) ? b : a));
}

/** Section 4.2: does the predictor that ranks best also allocate best? */
function alignment(): readonly (readonly string[])[] {
  say("\n## Do prediction and decision quality agree? (section 4.2 and section 5)\n");
  const rows = FOCAL.flatMap((offence) =>
    FLEETS.flatMap((vehicles) =>
      OBJECTIVES.map((objective) => {
        const all = rowsOf(offence, vehicles, objective).map((row) => ({ ...served(row, offence), predictor: row.predictor }));
        const byAuc = best(all, ({ auc }) => auc!.mean), byTruncated = best(all, ({ truncatedAuc }) => truncatedAuc!.mean);
        const byDecision = best(all, ({ quality }) => (objective === "coverage" ? quality.coverage! : -quality.meanDistance!));
        return [`${offence}, ${vehicles}, ${objective}`, byAuc.predictor, byTruncated.predictor, byDecision.predictor];
      }),
    ),
  );
  say(markdownTable(["Offence, fleet, objective", "best AUC", "best truncated AUC", "best decision"], rows));
  return rows;
}

/** Section 4.3: which combinations are Pareto members? */
function archetypes(): void {
  say("\n## Pareto members (section 4.3)\n");
  const rows = FOCAL.flatMap((offence) =>
    FLEETS.map((vehicles) => {
      const members = explored.get(offence)!.filter((row) => row.vehicles === vehicles && served(row, offence).pareto);
      members.sort((a, b) => served(b, offence).quality.coverage! - served(a, offence).quality.coverage!);
      return [`${offence}, ${vehicles}`, members.map(({ predictor, objective }) => `${predictor} × ${objective}`).join(", ")];
    }),
  );
  say(markdownTable(["Offence, fleet", "members, most coverage first"], rows));
}

/** Figures 5 and 6: theft and assault by one another's allocations, and by those of the mixture. */
function otherOffence(): void {
  say("\n## The other offence's allocations, and the mixture's (section 4.4, Figures 5 and 6), 25 vehicles\n");
  say("Each number is the change for the offence in the first column against allocations by its own predictions, in points of Q¹ and m of Q², with 95 % bootstrap intervals over the same slots. In the mixture both offences have the same weight in sum.\n");
  const rows = FOCAL.flatMap((offence) => {
    const other = FOCAL.find((name) => name !== offence)!;
    return [other, "mixture"].flatMap((basis) =>
      OBJECTIVES.flatMap((objective) =>
        PREDICTORS.map(({ name }) => {
          const { coverage, distance } = change(offence, basis, objective, name);
          return [`${offence} by ${basis}, ${objective}, ${name}`, `${fixed(100 * coverage.mean, 1)} (${interval(coverage, 100, 1)})`, `${fixed(distance.mean, 0)} (${interval(distance, 1, 0)})`];
        }),
      ),
    );
  });
  say(markdownTable(["Offence by predictions of, objective, predictor", "change of Q¹, points", "change of Q², m"], rows));
}

/** Of an offence served by 25 vehicles posted for `basis` instead of for itself. */
function change(name: string, basis: string, objective: string, predictor: string) {
  const offence = heldOut.find((each) => each.name === name)!;
  const [a, b] = [name, basis].map((posted) => {
    const { chosenX: x, chosenY: y, chosenSlot: slot } = vehiclesOfSlots(centres, rowOf(posted, 25, objective, predictor).allocations);
    return nearestVehicles({ x, y, slot }, offence, offence.slot, RADIUS);
  });
  const sum = sumByBlock(offence.slot, offence.x.length);
  const columns = [new Uint8Array(offence.x.length).fill(1), Float64Array.from(b.covered, (c, i) => c - a.covered[i]), b.distance.map((d, i) => d - a.distance[i])].map((column) => sum(column));
  const [coverage, distance] = bootstrapSums(columns, [(sums) => ratioOf(sums[1], sums[0]), (sums) => ratioOf(sums[2], sums[0])], createRandom("change"));
  return { coverage: coverage!, distance: distance! };
}

/** Section 5.1: what the allocations do to offences that nobody asked about. */
function everyOffence(): void {
  say("\n## Every offence, 25 vehicles, regression (the external effects of section 5.1)\n");
  say("Q¹ in per cent and Q² in m for each offence, by what the vehicles were posted for.\n");
  const bases = [...explored.keys()].flatMap((basis) => OBJECTIVES.map((objective) => ({ basis, objective })));
  const found = bases.map(({ basis, objective }) => rowOf(basis, 25, objective, "regression"));
  const rows = heldOut.map(({ name, x }) => [`${name} (${x.length})`, ...found.map((row) => `${percent(served(row, name).quality.coverage)}, ${fixed(served(row, name).quality.meanDistance, 0)}`)]);
  say(markdownTable(["Offence (crimes)", ...bases.map(({ basis, objective }) => `${basis}, ${objective}`)], rows));
}

/** The paper's findings, and what the numbers here say of each; random order is no predictor and counts nowhere. */
function findings(): void {
  const real = PREDICTORS.map(({ name }) => name).filter((name) => name !== "random");
  const cases = FOCAL.flatMap((offence) => FLEETS.map((vehicles) => ({ offence, vehicles })));
  const quality = (offence: string, vehicles: number, objective: string, predictor: string) => served(rowOf(offence, vehicles, objective, predictor), offence).quality;
  const pairs = cases.flatMap(({ offence, vehicles }) =>
    real.map((name) => ({ c: quality(offence, vehicles, "coverage", name), d: quality(offence, vehicles, "distance", name) })),
  );
  const weak = cases.map(({ offence, vehicles }) => ({
    forest: quality(offence, vehicles, "coverage", "forest"),
    strong: quality(offence, vehicles, "coverage", "regression"),
    member: served(rowOf(offence, vehicles, "coverage", "forest"), offence).pareto,
  }));
  const many = <Item>(list: readonly Item[], holds: (item: Item) => boolean): string => `${list.filter(holds).length} of ${list.length}`;
  const agree = (column: number, objective: string): string => many(aligned.filter(([name]) => name.endsWith(objective)), (row) => row[column] === row[3]);
  const changes = (offence: string, basis: string, objective: string) => real.map((name) => change(offence, basis, objective, name));
  const told = (offence: string, basis: string, objective: string): string => {
    const all = changes(offence, basis, objective);
    return `Q¹ falls in ${many(all, ({ coverage }) => coverage.mean < 0)} (by its interval in ${all.filter(({ coverage }) => coverage.high < 0).length}) and Q² in ${many(all, ({ distance }) => distance.mean < 0)} (${all.filter(({ distance }) => distance.high < 0).length}; by its interval it rises in ${all.filter(({ distance }) => distance.low > 0).length})`;
  };
  const [assault, theft] = FOCAL;
  say("\n## What holds here of the paper's findings\n");
  say("Counted over regression, forest and boosting.\n");
  say(`- *Prediction and decision quality are mostly aligned, for coverage with few vehicles less so, and truncation mends it.* Here the best decision comes from the predictor of the best AUC in ${agree(1, "coverage")} cases with coverage as the objective and ${agree(1, "distance")} with distance, from that of the best truncated AUC in ${agree(2, "coverage")} and ${agree(2, "distance")}.`);
  say(`- *Each objective serves its own measure.* Vehicles posted for coverage cover more than those posted for distance in ${many(pairs, ({ c, d }) => c.coverage! > d.coverage!)} pairs; those posted for distance are nearer on average in ${many(pairs, ({ c, d }) => d.meanDistance! < c.meanDistance!)}.`);
  say(`- *A weak predictor with coverage as the objective spreads its vehicles and is a Pareto member.* Forest × coverage is nearer on average than regression × coverage in ${many(weak, ({ forest, strong }) => forest.meanDistance! < strong.meanDistance!)} cases and covers less in ${many(weak, ({ forest, strong }) => forest.coverage! < strong.coverage!)}; it is a member in ${many(weak, ({ member }) => member)}.`);
  say(`- *Posted by assault predictions, thefts are covered less but, with coverage as the objective, are nearer; with distance as the objective both get worse.* Here for theft, coverage as the objective: ${told(theft, assault, "coverage")}; distance as the objective: ${told(theft, assault, "distance")}.`);
  say(`- *An equal mixture loses less.* Here for theft by the mixture, coverage: ${told(theft, "mixture", "coverage")}; distance: ${told(theft, "mixture", "distance")}. For assault by the mixture, coverage: ${told(assault, "mixture", "coverage")}; distance: ${told(assault, "mixture", "distance")}.`);
}

function figure(): string {
  return paretoFigure(
    FOCAL.map((offence) => ({
      name: offence,
      panels: FLEETS.map((vehicles) => ({
        title: `${vehicles} vehicles`,
        points: explored
          .get(offence)!
          .filter((row) => row.vehicles === vehicles)
          .map((row) => {
            const { quality, pareto } = served(row, offence);
            return { predictor: row.predictor, objective: row.objective, coverage: quality.coverage!, distance: quality.meanDistance!, pareto };
          }),
      })),
    })),
  );
}
