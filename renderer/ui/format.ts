// How numbers are written on screen: as in every report.

export { area, bytes, count, decimal, metres, percent, pInWords, pValue, signed } from "../../core/inWords.ts";
