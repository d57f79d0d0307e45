// The methods of looking for hotspots by name, as they are listed.

export const METHODS = ["count", "harm", "density", "giStar", "localMoran", "dbscan", "hdbscan"] as const;
export type MethodName = (typeof METHODS)[number];

export const METHOD_TITLES: Readonly<Record<MethodName, string>> = {
  count: "Count",
  harm: "Harm",
  density: "Kernel density",
  giStar: "Getis-Ord Gi*",
  localMoran: "Local Moran's I",
  dbscan: "DBSCAN",
  hdbscan: "HDBSCAN",
};
