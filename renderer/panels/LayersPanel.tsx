// The layer tree: order, visibility, opacity; the top of the list is drawn on top.

import {
  IconCalendarStats, IconChartDots3, IconCar, IconClock, IconEye, IconEyeOff, IconGripVertical, IconHexagon, IconHexagonPlus, IconHexagons, IconListSearch, IconMap, IconMapPin, IconMapPinExclamation, IconPercentage, IconPolygon, IconShape, IconStack2,
  IconTrash, IconArrowsShuffle, IconBan, IconUserPin, IconZoomScan,
} from "@tabler/icons-react";
import { useState } from "react";
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from "react-aria-components";
import { chooseBasemap } from "../actions/basemap.ts";
import { changeLayer, moveLayers, removeContextLayer } from "../actions/layers.ts";
import { attempt } from "../actions/messages.ts";
import { zoomToContextLayer } from "../actions/zoom.ts";
import { layerColour } from "../layers/layerColour.ts";
import type { Rgb } from "../layers/ramps.ts";
import { useScheme } from "../map/scheme.ts";
import type { LayerKind } from "../layerState.ts";
import { useStore, type State } from "../store.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { SliderInput } from "../ui/SliderInput.tsx";
import { count } from "../ui/format.ts";
import { pickFile } from "../actions/openFile.ts";

const ICONS: Record<LayerKind, typeof IconHexagon> = {
  vehicles: IconCar,
  trial: IconArrowsShuffle,
  "expert-points": IconUserPin,
  proposed: IconHexagonPlus,
  hotspots: IconHexagon,
  "patrol-areas": IconPolygon,
  exclusions: IconBan,
  "just-outside": IconMapPinExclamation,
  "target-cells": IconHexagons,
  find: IconListSearch,
  cells: IconStack2,
  incidents: IconMapPin,
  forecast: IconCalendarStats,
  slots: IconClock,
  density: IconChartDots3,
  uncertainty: IconPercentage,
  context: IconShape,
};

export function LayersPanel() {
  const layers = useStore((state) => state.layers);
  const counts = useStore(layerCounts);
  const contextLayers = useStore((state) => state.contextLayers);
  const scheme = useScheme();
  const [chosen, setChosen] = useState<string | null>(null);
  const layer = layers.find(({ id }) => id === chosen);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder: ({ keys, target }) =>
      target.dropPosition !== "on" && moveLayers(new Set([...keys].map(String)), String(target.key), target.dropPosition),
  });
  return (
    <>
      <GridList
        className="rows"
        aria-label="Layers, the top one drawn on top"
        items={layers.map((one) => ({ ...one, count: counts[one.id], paint: css(layerColour(one, contextLayers, scheme)) }))}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosen ? [chosen] : []}
        onSelectionChange={(keys) => setChosen(keys === "all" ? null : String([...keys][0] ?? "") || null)}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(item) => {
          const Icon = ICONS[item.kind];
          return (
            <GridListItem className="row" textValue={item.name}>
              <AriaButton slot="drag" className="button quiet icon grip" aria-label={`Move ${item.name}`}>
                <IconGripVertical size={12} />
              </AriaButton>
              <IconButton
                icon={item.visible ? <IconEye size={14} /> : <IconEyeOff size={14} />}
                label={item.visible ? `Hide ${item.name}` : `Show ${item.name}`}
                onPress={() => changeLayer(item.id, { visible: !item.visible })}
              />
              <Icon size={14} aria-hidden style={{ color: item.paint }} />
              <span className={item.visible ? "name" : "name muted"}>{item.name}</span>
              {item.count !== undefined && item.count > 0 && <span className="muted number">{count(item.count)}</span>}
            </GridListItem>
          );
        }}
      </GridList>
      {layer && (
        <div className="section">
          <h3>
            {layer.name}
            <span className="spring" />
            {layer.kind === "context" && (
              <>
                <IconButton icon={<IconZoomScan size={14} />} label="Zoom to layer" onPress={() => zoomToContextLayer(layer.id)} />
                <IconButton
                  icon={<IconTrash size={14} />}
                  label="Remove layer"
                  onPress={() => void attempt("Removing the layer", () => removeContextLayer(layer.id))}
                />
              </>
            )}
          </h3>
          {layer.kind === "context" && (
            <label className="field">
              <span className="label">Colour</span>
              <input
                className="input"
                type="color"
                value={layer.colour ?? hex(layerColour(layer, contextLayers, scheme))}
                onChange={(event) => changeLayer(layer.id, { colour: event.target.value })}
              />
            </label>
          )}
          <SliderInput
            label="Opacity"
            unit="%"
            value={Math.round(layer.opacity * 100)}
            min={0}
            max={100}
            onChange={(opacity) => changeLayer(layer.id, { opacity: opacity / 100 })}
          />
        </div>
      )}
      <Basemap />
    </>
  );
}

function Basemap() {
  const basemaps = useStore((state) => state.basemaps);
  const basemap = useStore((state) => state.basemap);
  return (
    <div className="section">
      <h3><IconMap size={13} aria-hidden /> Basemap</h3>
      <Choice
        label="Background"
        value={basemap ?? "plain"}
        options={[{ value: "plain", label: "Plain" }, ...basemaps.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(id) => chooseBasemap(id === "plain" ? null : id)}
      />
      <div className="actions">
        <Button onPress={() => pickFile("basemap")} tip="A PMTiles file: the map works with no network">Add a basemap file …</Button>
        <Button onPress={() => pickFile("layer")} tip="GeoJSON, GeoPackage, Shapefile (zip) or KML">Add a layer …</Button>
      </div>
    </div>
  );
}

const css = (colour: Rgb): string => `rgb(${colour.join(" ")})`;

const hex = (colour: Rgb): string => `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

/** Strings and numbers only, so that the selector's answer can be compared. */
let lastCounts: Record<string, number> = {};
function layerCounts(state: State): Record<string, number> {
  const plan = state.history.entries[state.history.position].plan;
  const now: Record<string, number> = {
    hotspots: plan.hotspots.length,
    "patrol-areas": plan.patrolAreas.length,
    exclusions: plan.exclusions.length,
    "expert-points": plan.expertPoints.length,
    incidents: state.filtered?.selected.length ?? 0,
    vehicles: state.allocation?.chosen.length ?? 0,
    proposed: state.placement?.found.hexagons.length ?? 0,
    ...Object.fromEntries(state.contextLayers.map(({ id, data }) => [id, data.features.length])),
  };
  const same = Object.keys({ ...now, ...lastCounts }).every((key) => now[key] === lastCounts[key]);
  if (!same) lastCounts = now;
  return lastCounts;
}
