// Whether simulations run at full length: `npm run unit:long` asks for it, `npm test` takes fewer seeds and replicates.

export const LONG = process.env.HEXBEAT_LONG === "1";
