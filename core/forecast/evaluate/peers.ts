// What a hold-out sets beside the five models: another kind of model, and a floor that knows nothing.

import type { ModelNumber } from "../models.ts";

export type PeerName = "selfExciting" | "random";

export const PEERS: Readonly<Record<PeerName, string>> = {
  selfExciting: "Self-exciting (near repeats)",
  random: "Random",
};

/** Whatever is scored. */
export type ModelName = ModelNumber | PeerName;

/** The self-exciting peer's background takes the likeliest of these, m: fewer than the job's own, one fit each for every block. */
export const PEER_BANDWIDTHS = [100, 200, 400, 800] as const;
