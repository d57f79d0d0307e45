// The colours of a trial's charts: those of Okabe and Ito (2008), each told apart by shape or pattern too.

/** A custom property that the window may set, and what it is on paper. */
const colour = (name: string, paper: string): string => `var(--chart-${name}, ${paper})`;

export const INK = colour("ink", "#111111");
export const MUTED = colour("muted", "#4a4f57");
export const LINE = colour("line", "#d2d6dc");
export const SURFACE = colour("surface", "#ffffff");
/** Blue: discs, full lines, tall cells. */
export const TREATMENT = colour("treatment", "#0072b2");
/** Vermilion: hollow squares, dashed lines, short cells. */
export const CONTROL = colour("control", "#b84a00");
export const AMBER = colour("amber", "#e69f00");
export const GREEN = colour("green", "#009e73");

/** As on paper, for readers of SVG that know no custom properties. */
export const plainColours = (svg: string): string => svg.replaceAll(/var\(--chart-[a-z]+, (#[0-9a-f]+)\)/g, "$1");
