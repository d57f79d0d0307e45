// Saves a chart of the trial as SVG, as PNG, or its numbers as CSV.

import { standaloneSvg, type TrialFigure } from "../../core/trial/charts/trialFigure.ts";
import { saveFile } from "./saveFile.ts";

/** Pixels of the PNG for one of the drawing. */
const SHARPNESS = 2;

export async function saveFigure(figure: TrialFigure, name: string, kind: "SVG" | "PNG" | "CSV"): Promise<void> {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  if (kind === "CSV") return saveFile(`${name}.csv`, text(figure.csv));
  if (kind === "SVG") return saveFile(`${name}.svg`, text(standaloneSvg(figure).svg));
  return saveFile(`${name}.png`, await pngOf(figure));
}

async function pngOf(figure: TrialFigure): Promise<Uint8Array> {
  const { svg, width, height } = standaloneSvg(figure);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = SHARPNESS * width;
  canvas.height = SHARPNESS * height;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("The browser made no PNG of the chart.");
  return new Uint8Array(await blob.arrayBuffer());
}
