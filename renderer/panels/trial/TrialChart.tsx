// A chart of the trial, and its three files: SVG, PNG and the plotted numbers as CSV.

import "./trialChart.css";
import { useMemo } from "react";
import type { TrialFigure } from "../../../core/trial/charts/trialFigure.ts";
import { attempt } from "../../actions/messages.ts";
import { saveFigure } from "../../actions/saveFigure.ts";
import { Button } from "../../ui/Button.tsx";

interface Props {
  /** Of the files, such as "patrol lengths". */
  readonly name: string;
  /** The chart at a width of so many px. */
  readonly draw: (width: number) => TrialFigure;
}

/** The panel's inside at its default width, so that letters keep their size; in files a chart is as wide as a page's text. */
const PANEL = 290;
const PAGE = 680;

export function TrialChart({ name, draw }: Props) {
  const { title, description, svg } = useMemo(() => draw(PANEL), [draw]);
  return (
    <figure className="trial-chart">
      <figcaption>{title}</figcaption>
      {/* Made in core, where every text is escaped. */}
      <div dangerouslySetInnerHTML={{ __html: svg }} />
      <p className="muted">{description}</p>
      <div className="actions">
        {(["SVG", "PNG", "CSV"] as const).map((kind) => (
          <Button key={kind} look="quiet" aria-label={`${name} as ${kind}`} onPress={() => void attempt("The chart", () => saveFigure(draw(PAGE), name, kind))}>{kind}</Button>
        ))}
      </div>
    </figure>
  );
}
