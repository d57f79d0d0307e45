// KML 2.2 placemarks: outlines, lines and points with their attributes, without a DOM so that workers can do it.

import { kml } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
import { InputError } from "../errors.ts";
import { cleanFeatures } from "./cleanFeatures.ts";
import type { LayerData } from "./layerNotices.ts";

const MAX_DEPTH = 200;

/** @throws InputError if the text is not well-formed XML, declares entities, is nested too deep, or is no KML. */
export function readKml(text: string): LayerData {
  const xml = text.replace(/^\uFEFF/, "").trimStart();
  if (/<!ENTITY/i.test(xml)) throw new InputError("The KML declares entities of its own, which is not read: hostile files do that. Save it again from a GIS.");
  if (elementDepth(xml) > MAX_DEPTH) throw new InputError(`The KML is nested more than ${MAX_DEPTH} elements deep. Save it again from a GIS.`);
  const document = parse(xml);
  if (document.documentElement?.localName !== "kml") {
    throw new InputError(`The file is XML but no KML: its root is <${document.documentElement?.nodeName ?? "nothing"}>. Save the layer as KML or GeoJSON.`);
  }
  const { features } = kml(document);
  return cleanFeatures(features.map((feature) => ({ ...feature, properties: plainProperties(feature.properties) })), null);
}

function parse(xml: string) {
  try {
    const fail = (level: string, message: string) => {
      if (level !== "warning") throw new Error(message);
    };
    return new DOMParser({ onError: fail }).parseFromString(xml, "text/xml");
  } catch (error) {
    const reason = (error as Error).message.split("\n")[0];
    throw new InputError(`The KML is damaged or cut off (${reason}). Get the file again, or save it again from a GIS.`);
  }
}

/** A description in HTML comes as {"@type", value}; a layer's attributes are plain values. */
function plainProperties(properties: Readonly<Record<string, unknown>> | null): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties ?? {}).map(([key, value]) => [
      key,
      typeof value === "object" && value !== null && "value" in value ? value.value : value,
    ]),
  );
}

/** An upper bound on the nesting of elements, counted on the text. */
function elementDepth(xml: string): number {
  let depth = 0, deepest = 0;
  for (const [, close, empty] of xml.matchAll(/<(\/?)[A-Za-z_][^<>]*?(\/?)>/g)) {
    if (close) depth--;
    else if (!empty) deepest = Math.max(deepest, ++depth);
  }
  return deepest;
}
