// A chart of a trial as SVG text with the numbers that are drawn: the same in the window, in the report and as a saved file.

import { writeTable } from "../../formats/writeTable.ts";
import { escapeXml } from "../../formats/escapeXml.ts";
import { INK, plainColours } from "./chartColours.ts";

export interface TrialFigure {
  readonly title: string;
  /** What the chart shows, in a sentence or two. */
  readonly description: string;
  /** Colours are custom properties with the colours of paper behind them: it follows a dark window. */
  readonly svg: string;
  /** The plotted numbers, RFC 4180. */
  readonly csv: string;
}

interface Drawing {
  readonly title: string;
  readonly description: string;
  /** px; letters are 11 or 12. */
  readonly width: number;
  readonly height: number;
  readonly marks: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export function trialFigure({ title, description, width, height, marks, columns, rows }: Drawing): TrialFigure {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}" ` +
    `font-family="Arial, Helvetica, sans-serif" font-size="11" fill="${INK}"><title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>${marks.join("")}</svg>`;
  return { title, description, svg, csv: writeTable({ name: "", title, columns: columns.map((name) => ({ name, type: "TEXT" })), rows }) };
}

const HEAD = 26;

/** For a file of its own: on white, its title above it, colours that need no style sheet. */
export function standaloneSvg({ title, svg }: TrialFigure): { readonly svg: string; readonly width: number; readonly height: number } {
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!.map(Number.parseFloat);
  const size = `width="${width}" height="${height + HEAD}"`;
  return {
    width,
    height: height + HEAD,
    svg: plainColours(
      `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height + HEAD}" font-family="Arial, Helvetica, sans-serif"><rect ${size} fill="#fff"/>` +
        `<text x="8" y="17" font-size="13" font-weight="700" fill="#111">${escapeXml(title)}</text>${svg.replace("<svg ", `<svg y="${HEAD}" `)}</svg>`,
    ),
  };
}
