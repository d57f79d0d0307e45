// A chart on paper, with what it shows below it.

import { html, raw, type Html } from "../../record/html.ts";
import type { TrialFigure } from "../charts/trialFigure.ts";

/** px: the 180 mm of a sheet within its margins. */
export const WIDE = 680;

export const figure = ({ svg, description, title }: TrialFigure): Html => html`<figure class="chart"><h3>${title}</h3>${raw(svg)}<figcaption>${description}</figcaption></figure>`;
