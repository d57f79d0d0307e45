// Which predictor, and its own settings.

import type { TilePredictor } from "../../../core/forecast/slots/tilePredictor.ts";
import { PREDICTOR_NAMES } from "../../actions/slotForecast.ts";
import { Choice } from "../../ui/Choice.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { START_PREDICTORS } from "./startSlots.ts";

type Kind = TilePredictor["kind"];

const MEANING: Readonly<Record<Kind, string>> = {
  random: "Tiles in random order: what every other predictor has to beat.",
  linear: "A sum of the past densities, each with a coefficient by least squares.",
  randomForest: "The mean of many regression trees, each grown on a random sample of rows; a second or more for each tree and fit.",
  gradientBoosting: "Many small trees, each fitted to what those before it left over.",
};

interface Props {
  readonly predictor: TilePredictor;
  readonly onChange: (predictor: TilePredictor) => void;
}

export function SlotsPredictor({ predictor, onChange }: Props) {
  return (
    <>
      <Choice
        label="Predictor"
        value={predictor.kind}
        options={(Object.keys(PREDICTOR_NAMES) as Kind[]).map((kind) => ({ value: kind, label: PREDICTOR_NAMES[kind] }))}
        onChange={(kind) => onChange(START_PREDICTORS[kind])}
      />
      <p className="muted hint">{MEANING[predictor.kind]}</p>
      {(predictor.kind === "randomForest" || predictor.kind === "gradientBoosting") && (
        <NumberInput label="Trees" min={1} max={100_000} value={predictor.ntree} onChange={(ntree) => onChange({ ...predictor, ntree })} />
      )}
      {predictor.kind === "randomForest" && (
        <>
          <NumberInput label="Drawn at each split" min={1} max={100} value={predictor.mtry} onChange={(mtry) => onChange({ ...predictor, mtry })} hint="predictors, mtry; more than there are is all of them" />
          <NumberInput label="Rows not split" min={1} max={1_000_000} value={predictor.nodeSize ?? 5} onChange={(nodeSize) => onChange({ ...predictor, nodeSize })} hint="nodes of so many rows or fewer" />
        </>
      )}
      {predictor.kind === "gradientBoosting" && (
        <>
          <NumberInput label="Shrinkage" min={0.0001} max={1} digits={4} value={predictor.shrinkage} onChange={(shrinkage) => onChange({ ...predictor, shrinkage })} />
          <NumberInput label="Splits of a tree" min={1} max={20} value={predictor.depth ?? 1} onChange={(depth) => onChange({ ...predictor, depth })} />
          <NumberInput label="Rows in each tree" unit="%" min={1} max={100} value={100 * (predictor.bagFraction ?? 1)} onChange={(share) => onChange({ ...predictor, bagFraction: share / 100 })} />
          <NumberInput label="Rows in a leaf" min={1} max={1_000_000} value={predictor.leastInLeaf ?? 10} onChange={(leastInLeaf) => onChange({ ...predictor, leastInLeaf })} hint="at least" />
        </>
      )}
    </>
  );
}
