// The pages of the panels that have several.

/** Of the Hotspots panel. */
export type HotspotPage = "find" | "exclude" | "stability" | "place" | "areas" | "concentration" | "record";

/** Of the Trial panel. */
export type TrialPage = "power" | "design" | "schedule" | "tasking" | "delivery" | "results" | "tables" | "report";

/** Of the Forecast panel. */
export type ForecastPage = "make" | "map" | "fit" | "test" | "slots";

/** Of the Allocation panel. */
export type AllocationPage = "optimise" | "frontier" | "fleet" | "uncertainty" | "explore";
