// The six four-hour slots of a police day, which begins at two in the morning (Brandt et al. 2022, section 3.1).

export const SLOT_HOURS = 4;
export const SLOTS_PER_DAY = 24 / SLOT_HOURS;
export const SLOTS_PER_WEEK = 7 * SLOTS_PER_DAY;

/** The first slot's hour: 00:00–02:00 belongs to the midnight slot of the day before. */
export const DAY_STARTS = 2;

/** From 02, 06, 10, 14, 18 and 22 h. */
export const SLOT_NAMES = ["late night", "morning", "noon", "afternoon", "evening", "midnight"] as const;

const HOUR = 3_600_000;

/**
 * Number of the slot: ⌊(t − 02:00 of the first day) / 4 h⌋; negative before it.
 * @param time - epoch ms of local time read as UTC
 * @param firstDay - midnight that begins the first day, the same way
 */
export const slotOf = (time: number, firstDay: number): number => Math.floor((time - firstDay - DAY_STARTS * HOUR) / (SLOT_HOURS * HOUR));

/** 0 late night … 5 midnight: index into SLOT_NAMES. */
export const slotOfDay = (slot: number): number => ((slot % SLOTS_PER_DAY) + SLOTS_PER_DAY) % SLOTS_PER_DAY;

/** Police days since the first: the day on whose morning the slot's day began. */
export const policeDay = (slot: number): number => Math.floor(slot / SLOTS_PER_DAY);
