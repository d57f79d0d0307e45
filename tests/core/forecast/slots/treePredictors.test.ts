// Forest and boosting on binned predictors: against scikit-learn, against each other, and on functions that are known.
//
// The reference values were made by scikit-learn 1.9.1 on the 80 rows of `rows` below:
//   DecisionTreeRegressor(min_samples_split=6).fit(X, y).predict(X), .tree_.node_count
//   GradientBoostingRegressor(n_estimators=300, learning_rate=0.05, max_depth=1, min_samples_leaf=10)
//   GradientBoostingRegressor(n_estimators=100, learning_rate=0.1, max_leaf_nodes=4, max_depth=None, min_samples_leaf=10)

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binColumns } from "../../../../core/forecast/slots/binColumns.ts";
import { fitBoosting, predictBoosting } from "../../../../core/forecast/slots/gradientBoosting.ts";
import { fitForest, predictForest } from "../../../../core/forecast/slots/randomForest.ts";
import { predictRandom } from "../../../../core/forecast/slots/randomPredictor.ts";
import { addPrediction, growTree } from "../../../../core/forecast/slots/regressionTree.ts";
import { drawNormal } from "../../../../core/stats/drawNormal.ts";
import { createRandom } from "../../../../core/stats/random.ts";

/** Lehmer's generator, the same in the script that made the reference values. */
function rows(): { columns: Float64Array[]; y: Float64Array } {
  let state = 1;
  const draw = (m: number): number => (state = (state * 16_807) % 2_147_483_647) % m;
  const x = Array.from({ length: 80 }, () => [draw(12), draw(7), draw(30)]);
  const y = x.map(([a, b, c]) => a ** 2 / 10 - b + Math.sin(c)).map((value) => value + draw(1000) / 500);
  return { columns: [0, 1, 2].map((j) => Float64Array.from(x, (row) => row[j])), y: Float64Array.from(y) };
}

const every = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i);
const first = (values: Float64Array, n = 10): number[] => [...values.subarray(0, n)];
const nearAll = (got: readonly number[], want: readonly number[], tolerance = 1e-10): void => {
  expect(got.length).toBe(want.length);
  got.forEach((value, i) => expect(Math.abs(value - want[i])).toBeLessThanOrEqual(tolerance));
};
const meanSquare = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0) / a.length;
const varianceOf = (y: Float64Array): number => meanSquare(y, new Float64Array(y.length).fill(y.reduce((a, b) => a + b, 0) / y.length));

describe("against scikit-learn", () => {
  const { columns, y } = rows();
  const binned = binColumns(columns);

  test("a tree grown until nodes have five rows", () => {
    const tree = growTree(binned, y, every(80), null, { mtry: 3, nodeSize: 5, leastInLeaf: 1, splits: Infinity }, createRandom(1), new Float64Array(3));
    expect(tree.feature.length).toBe(51);
    const out = new Float64Array(80);
    addPrediction(tree, binned, 1, out);
    nearAll(first(out), [
      5.432046435628423, -4.68950649607999, -0.8082677964774924, -4.68950649607999, -3.117624071595497, 11.254290375269795, -0.06412729318315666,
      -0.8082677964774924, -0.06412729318315666, 3.6674228772971498,
    ]);
  });

  test("boosting of 300 trees with one split", () => {
    const fit = fitBoosting(binned, y, { ntree: 300, shrinkage: 0.05 }, createRandom(1));
    expect("effects" in fit.model).toBe(true);
    nearAll(first(predictBoosting(fit, columns)), [
      5.776183539355526, -3.4153825886315285, -0.19945950968560044, -4.31341288781176, -3.9169963460310266, 10.077895053482537, -0.07089650753593899,
      -0.2551633121094895, -0.11159901981674522, 3.06597992399124,
    ]);
  });

  test("boosting of 100 trees with three splits, the most useful first", () => {
    const fit = fitBoosting(binned, y, { ntree: 100, shrinkage: 0.1, depth: 3 }, createRandom(1));
    nearAll(first(predictBoosting(fit, columns)), [
      5.640742972911554, -3.7498475528625748, -0.5314762930104419, -4.962773591349781, -3.916391423190322, 10.363794602098599, -0.11314666451045685,
      -0.9283998619607257, -0.013335274272368386, 3.838248939400521,
    ]);
  });
});

describe("bins of predictors", () => {
  test("keep every split that distinct values allow, and order values as they are", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 200 }), (list) => {
        const column = Float64Array.from(list, (value) => value / 7);
        const { bins, cuts } = binColumns([column]);
        const distinct = [...new Set(list)].sort((a, b) => a - b);
        expect(cuts[0].length).toBe(distinct.length - 1);
        list.forEach((value, i) => expect(bins[0][i]).toBe(distinct.indexOf(value)));
      }),
    );
  });

  test("of very many values are 256, finest where the column has its mass, and a heavy value stands alone", () => {
    const random = createRandom("bins");
    const column = Float64Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? 0 : random.uniform() ** 6));
    const { bins, cuts } = binColumns([column]);
    expect(cuts[0].length).toBe(255);
    const filled = new Uint32Array(256);
    bins[0].forEach((bin) => filled[bin]++);
    expect(filled[0]).toBe(10_000);
    expect(filled.every((count) => count > 0)).toBe(true);
    const top = column.toSorted().at(-50)!;
    expect(new Set([...column.keys()].filter((i) => column[i] >= top).map((i) => bins[0][i])).size).toBeGreaterThan(5);
  });
});

describe("boosting from counts alone", () => {
  test("makes the trees that growing them on the rows one after the other makes", () => {
    const random = createRandom("stumps");
    const columns = [0, 1, 2, 3].map(() => Float64Array.from({ length: 3000 }, () => drawNormal(random)));
    const y = columns[0].map((value, i) => Math.max(0, value) + Math.cos(columns[1][i]) + 0.3 * drawNormal(random));
    const binned = binColumns(columns);
    const fast = predictBoosting(fitBoosting(binned, y, { ntree: 200, shrinkage: 0.1 }, random), columns);
    const mean = y.reduce((a, b) => a + b, 0) / y.length;
    const slow = new Float64Array(3000).fill(mean), residuals = y.map((value) => value - mean);
    for (let tree = 0; tree < 200; tree++) {
      const grown = growTree(binned, residuals, every(3000), null, { mtry: 4, nodeSize: 1, leastInLeaf: 10, splits: 1 }, random, new Float64Array(4));
      addPrediction(grown, binned, 0.1, slow);
      addPrediction(grown, binned, -0.1, residuals);
    }
    nearAll([...fast], [...slow], 1e-9);
  });
});

/** Friedman's first function (1991) of ten predictors, of which five matter; noise of standard deviation 1, variance of the signal near 24. */
function friedman(n: number, seed: string): { columns: Float64Array[]; y: Float64Array; truth: Float64Array } {
  const random = createRandom(seed);
  const columns = Array.from({ length: 10 }, () => Float64Array.from({ length: n }, () => random.uniform()));
  const truth = columns[0].map(
    (a, i) => 10 * Math.sin(Math.PI * a * columns[1][i]) + 20 * (columns[2][i] - 0.5) ** 2 + 10 * columns[3][i] + 5 * columns[4][i],
  );
  return { columns, truth, y: truth.map((value) => value + drawNormal(random)) };
}

describe("a random forest", () => {
  const train = friedman(4000, "train"), fresh = friedman(2000, "fresh");
  const binned = binColumns(train.columns);
  const errorOf = (ntree: number, mtry = 4): number =>
    meanSquare(predictForest(fitForest(binned, train.y, { ntree, mtry }, createRandom(1)), fresh.columns), fresh.truth);

  test("recovers a known function, and finds the five predictors that make it", () => {
    const forest = fitForest(binned, train.y, { ntree: 60, mtry: 4 }, createRandom(1));
    const error = meanSquare(predictForest(forest, fresh.columns), fresh.truth);
    expect(error).toBeLessThan(0.15 * varianceOf(fresh.truth));
    const ranked = [...forest.importance.keys()].sort((a, b) => forest.importance[b] - forest.importance[a]);
    expect(new Set(ranked.slice(0, 5))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  test("is better with more trees, and stays so", () => {
    const [few, some, many] = [2, 20, 100].map((ntree) => errorOf(ntree));
    expect(some).toBeLessThan(few);
    expect(many).toBeLessThan(1.02 * some);
  });

  test("is the same for the same seed, and its first trees do not depend on how many follow", () => {
    const grow = (ntree: number, seed: number) => fitForest(binned, train.y, { ntree, mtry: 3 }, createRandom(seed));
    expect(first(predictForest(grow(3, 5), fresh.columns))).toEqual(first(predictForest(grow(3, 5), fresh.columns)));
    expect(first(predictForest(grow(3, 5), fresh.columns))).not.toEqual(first(predictForest(grow(3, 6), fresh.columns)));
    expect(grow(4, 5).trees.slice(0, 2)).toEqual(grow(2, 5).trees);
  });

  test("predicts nothing beyond the values it has seen, and a constant as it is", () => {
    const [low, high] = [Math.min(...train.y), Math.max(...train.y)];
    for (const value of predictForest(fitForest(binned, train.y, { ntree: 3, mtry: 10 }, createRandom(1)), fresh.columns)) {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    }
    const flat = fitForest(binned, new Float64Array(4000).fill(0.1), { ntree: 2, mtry: 2 }, createRandom(1));
    expect(flat.trees.map(({ feature }) => feature.length)).toEqual([1, 1]);
    expect(predictForest(flat, fresh.columns)[0]).toBeCloseTo(0.1, 12);
  });

  test("takes all predictors where mtry asks for more, and refuses none", () => {
    expect(fitForest(binned, train.y, { ntree: 1, mtry: 99 }, createRandom(1)).mtry).toBe(10);
    expect(() => fitForest(binned, train.y, { ntree: 1, mtry: 0 }, createRandom(1))).toThrow(/mtry is 0/);
    expect(() => fitForest(binned, train.y, { ntree: 0, mtry: 1 }, createRandom(1))).toThrow(/0 trees/);
  });
});

describe("gradient boosting", () => {
  const train = friedman(4000, "train"), fresh = friedman(2000, "fresh");
  const binned = binColumns(train.columns);
  const fit = (settings: Partial<Parameters<typeof fitBoosting>[2]>, seed = 1) =>
    fitBoosting(binned, train.y, { ntree: 300, shrinkage: 0.1, ...settings }, createRandom(seed));
  const errorOf = (fitted: ReturnType<typeof fit>): number => meanSquare(predictBoosting(fitted, fresh.columns), fresh.truth);

  test("recovers a known function, and finds the five predictors that make it", () => {
    const fitted = fit({ depth: 4, bagFraction: 0.5 });
    expect(errorOf(fitted)).toBeLessThan(0.05 * varianceOf(fresh.truth));
    const ranked = [...fitted.importance.keys()].sort((a, b) => fitted.importance[b] - fitted.importance[a]);
    expect(new Set(ranked.slice(0, 5))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  test("needs more than one split a tree for what two predictors do together", () => {
    expect(errorOf(fit({ depth: 3 }))).toBeLessThan(0.5 * errorOf(fit({})));
  });

  test("fits its own rows ever closer, and does not diverge with very many trees", () => {
    const own = [10, 100, 1000, 10_000].map((ntree) => meanSquare(predictBoosting(fit({ ntree, shrinkage: 0.01 }), train.columns), train.y));
    for (let i = 1; i < own.length; i++) expect(own[i]).toBeLessThan(own[i - 1]);
    const [some, many] = [2000, 20_000].map((ntree) => errorOf(fit({ ntree, shrinkage: 0.05 })));
    expect(many).toBeLessThan(1.2 * some);
    expect(some).toBeLessThan(0.2 * varianceOf(fresh.truth));
  });

  test("with half of the rows in each tree is the same for the same seed, and near that with all", () => {
    const half = fit({ bagFraction: 0.5 }, 3);
    expect(first(predictBoosting(half, fresh.columns))).toEqual(first(predictBoosting(fit({ bagFraction: 0.5 }, 3), fresh.columns)));
    expect(first(predictBoosting(half, fresh.columns))).not.toEqual(first(predictBoosting(fit({ bagFraction: 0.5 }, 4), fresh.columns)));
    expect(errorOf(half)).toBeLessThan(1.1 * errorOf(fit({})));
  });

  test("refuses settings that it cannot use", () => {
    expect(() => fit({ shrinkage: 0 })).toThrow(/shrinkage is 0/);
    expect(() => fit({ ntree: 1.5 })).toThrow(/1.5 trees/);
    expect(() => fit({ depth: 0 })).toThrow(/depth is 0/);
    expect(() => fit({ bagFraction: 0 })).toThrow(/bag fraction 0/);
  });
});

describe("the random predictor", () => {
  test("is uniform and the same for the same seed", () => {
    const values = predictRandom(10_000, createRandom(1));
    expect(values).toEqual(predictRandom(10_000, createRandom(1)));
    expect(values.reduce((a, b) => a + b, 0) / 10_000).toBeCloseTo(0.5, 1);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
  });
});
