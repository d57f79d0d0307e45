// What both ends of the loopback transport agree on: addresses, the header, and how much one request may carry.

import type { HostMethod } from "./host.ts";

export const RPC_PREFIX = "/rpc/";
/** Swaps the one-time code for the token. */
export const TOKEN_PATH = "/token";
/** Tells the host that a window is still open. */
export const HEARTBEAT_PATH = "/heartbeat";

/** A header that no form, image or link can send; asking a browser to send it cross-origin needs a preflight, which is refused. */
export const HEXBEAT_HEADER = "x-hexbeat";

const MIB = 2 ** 20;
const DATA_METHODS: readonly HostMethod[] = [
  "putIncidents",
  "putResult",
  "putLayer",
  "addBasemap",
  "readGeoPackage",
  "writeGeoPackage",
  "saveFile",
];

/** How many bytes a request may carry: 1 GiB where it holds a user's data, 16 MiB elsewhere. */
export function bodyLimit(method: HostMethod): number {
  return DATA_METHODS.includes(method) ? 1024 * MIB : 16 * MIB;
}

export const CODE_BODY_LIMIT = 1024;
