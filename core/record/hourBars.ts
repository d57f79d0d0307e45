// Incidents by hour of the day as bars on paper; hours without patrols are hollow.

import { count } from "../inWords.ts";
import { raw, type Html } from "./html.ts";

const LEFT = 9, TOP = 4, BOTTOM = 5;

/**
 * @param hours - 24 counts
 * @param offered - the hours in which patrols are offered; null: all
 * @param width, height - mm
 */
export function hourBars(hours: ArrayLike<number>, offered: readonly number[] | null, width: number, height: number): Html {
  const most = Math.max(1, ...Array.from(hours));
  const step = (width - LEFT) / 24, plot = height - TOP - BOTTOM;
  const mm = (length: number): string => String(Math.round(100 * length) / 100);
  const bars = Array.from(hours, (n, hour) => {
    const tall = (n / most) * plot;
    const look = offered === null || offered.includes(hour) ? 'fill="#0b3c8c"' : 'fill="#fff" stroke="#0b3c8c" stroke-width=".25" stroke-dasharray=".8 .5"';
    return `<rect x="${mm(LEFT + hour * step + 0.15 * step)}" y="${mm(TOP + plot - tall)}" width="${mm(0.7 * step)}" height="${mm(tall)}" ${look}><title>${clock(hour)}: ${n}</title></rect>`;
  });
  const ticks = [0, 6, 12, 18, 24].map((hour) => {
    const x = LEFT + hour * step;
    return `<path d="M${mm(x)} ${mm(TOP + plot)}v1" stroke="#333" stroke-width=".25"/><text x="${mm(x)}" y="${mm(height - 0.8)}" text-anchor="${hour === 24 ? "end" : "middle"}">${clock(hour)}</text>`;
  });
  return raw(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${mm(width)}mm" height="${mm(height)}mm" viewBox="0 0 ${mm(width)} ${mm(height)}" font-size="2.6" fill="#111" role="img" aria-label="Incidents by hour of the day">` +
      `<path d="M${LEFT} ${mm(TOP + plot)}H${mm(width)}" stroke="#333" stroke-width=".25"/>${bars.join("")}${ticks.join("")}` +
      `<text x="${LEFT - 1}" y="${TOP + 1}" text-anchor="end">${count(most)}</text><text x="${LEFT - 1}" y="${mm(TOP + plot)}" text-anchor="end">0</text></svg>`,
  );
}

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;
