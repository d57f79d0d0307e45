// Dates as they are written in Britain.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "2026-11-26T10:57:00.000Z" or "2026-11-26" → "26 November 2026". */
export const britishDate = (iso: string): string =>
  `${Number.parseInt(iso.slice(8, 10), 10)} ${MONTHS[Number.parseInt(iso.slice(5, 7), 10) - 1]} ${iso.slice(0, 4)}`;

/** → "26 November 2026, 10:57 UTC". */
export const britishTime = (iso: string): string => `${britishDate(iso)}, ${iso.slice(11, 16)} UTC`;

/** Every day and month in a text: "2021-01-01 to 2023-12" → "1 January 2021 to December 2023". */
export const withBritishDates = (text: string): string =>
  text
    .replaceAll(/\b\d{4}-(?:0[1-9]|1[0-2])-\d{2}\b/g, britishDate)
    .replaceAll(/\b(\d{4})-(0[1-9]|1[0-2])\b(?!-)/g, (_, year: string, month: string) => `${MONTHS[Number.parseInt(month, 10) - 1]} ${year}`);
