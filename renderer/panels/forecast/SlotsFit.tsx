// The fit that predicted the slot on the map: coefficients with their errors, or what the trees split on.

import { SLOTS_PER_DAY } from "../../../core/forecast/slots/slots.ts";
import { slotDay } from "../../../core/forecast/slots/slotInWords.ts";
import { fitOf, type ShownSlots } from "../../shownSlots.ts";
import { useStore } from "../../store.ts";
import { Explained } from "../../ui/Tip.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { count, decimal, percent } from "../../ui/format.ts";

const COEFFICIENT =
  "δ(l, t) = β₀ + Σ βⱼ xⱼ by least squares over all tiles and slots of the training days; all x are densities per km² per slot, so that βⱼ has no unit and β₀ is a density (Brandt et al. 2022, 4.1: multiple linear regression).";
const ERROR =
  "√(s² (XᵀX)⁻¹ⱼⱼ): as if rows were independent. Densities of neighbouring tiles are nearly the same, so that the true errors are larger. – where the predictor says the same as others and was left out.";
const R2 = "1 − Σ(y − ŷ)² / Σ(y − ȳ)² over the training rows. The AUC judges by order alone.";
const IMPORTANCE = "Fall of the squared error by splits on this predictor, over all trees, as a share of the fall by all splits.";

export function SlotsFit({ shown }: { readonly shown: ShownSlots }) {
  const at = useStore((state) => state.slotAt);
  const { predictors } = shown;
  const fit = fitOf(shown, shown.slots[at].slot);
  if (!fit.coefficients && !fit.importance) return null;
  return (
    <div className="section">
      <h3>Fit on the {shown.plan.trainingDays} days before {slotDay(shown, fit.day * SLOTS_PER_DAY)}</h3>
      <Scroll name="The fit">
        {fit.coefficients && (
          <table className="table tight" aria-label="Coefficients">
            <thead>
              <tr>
                <th scope="col">Predictor</th>
                <th scope="col" className="number"><Explained text={COEFFICIENT}>coefficient</Explained></th>
                <th scope="col" className="number"><Explained text={ERROR}>standard error</Explained></th>
              </tr>
            </thead>
            <tbody>
              {["intercept", ...predictors].map((name, j) => (
                <tr key={j}>
                  <th scope="row">{name}</th>
                  <td className="number">{signed(fit.coefficients![j])}</td>
                  <td className="number">{fit.standardErrors?.[j] == null ? "–" : decimal(fit.standardErrors[j], 4)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {fit.importance && (
          <table className="table tight" aria-label="Importance">
            <thead>
              <tr>
                <th scope="col">Predictor</th>
                <th scope="col" className="number"><Explained text={IMPORTANCE}>importance</Explained></th>
              </tr>
            </thead>
            <tbody>
              {predictors.map((name, j) => (
                <tr key={j}>
                  <th scope="row">{name}</th>
                  <td className="number">{percent(fit.importance![j])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Scroll>
      <dl className="facts">
        {fit.r2 != null && <><dt><Explained text={R2}>R²</Explained></dt><dd>{decimal(fit.r2, 3)}</dd></>}
        {fit.mtry !== undefined && <><dt>Predictors drawn at each split</dt><dd>{fit.mtry}</dd></>}
        <dt>Rows, tiles × slots</dt><dd>{count(fit.rows)}</dd>
        <dt>Fits</dt><dd>{count(shown.fits.length)}</dd>
      </dl>
    </div>
  );
}

const signed = (value: number): string => `${value < 0 ? "−" : ""}${decimal(Math.abs(value), 4)}`;
