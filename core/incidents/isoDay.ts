// A day as ISO 8601 writes it.

/** 2024-03-05, of ms of local civil time read as UTC. */
export const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
