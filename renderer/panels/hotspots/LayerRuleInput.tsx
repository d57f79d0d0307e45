// A rule from a layer: which features exclude, how far, and why.

import { useMemo, useState } from "react";
import type { FeatureCollection, Geometry } from "geojson";
import { layerProperties } from "../../../core/formats/layerProperties.ts";
import { addLayerRule, LAYER_RULE_JOB, type LayerRule } from "../../actions/exclusionRules.ts";
import { attempt } from "../../actions/messages.ts";
import { pickFile } from "../../actions/openFile.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Check.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { count } from "../../ui/format.ts";

const ALL = "all";
const INDOORS = "Most crimes there happen indoors and cannot be prevented by patrols";
const ROADS = "Cannot be patrolled on foot";

export function LayerRuleInput() {
  const layers = useStore((state) => state.contextLayers);
  const running = useStore((state) => state.jobs.some(({ title }) => title === LAYER_RULE_JOB));
  const [chosen, setChosen] = useState<string | null>(null);
  // Places exclude more often than a study area does.
  const layer = layers.find(({ id }) => id === chosen) ?? layers.find(({ data }) => data.features.some(({ geometry }) => geometry?.type === "Point")) ?? layers[0];
  if (!layer) {
    return (
      <div className="section">
        <h3>Rule from a layer</h3>
        <p className="muted">No layer yet. Add one of schools, hospitals, prisons or roads.</p>
        <div className="actions"><Button onPress={() => pickFile("layer")}>Add a layer …</Button></div>
      </div>
    );
  }
  return (
    <div className="section">
      <h3>Rule from a layer</h3>
      <Choice label="Layer" value={layer.id} options={layers.map(({ id, name }) => ({ value: id, label: name }))} onChange={setChosen} />
      <Rule key={layer.id} layer={layer.id} name={layer.name} data={layer.data} isDisabled={running} />
    </div>
  );
}

interface RuleProps {
  readonly layer: string;
  readonly name: string;
  readonly data: FeatureCollection;
  readonly isDisabled: boolean;
}

function Rule({ layer, name, data, isDisabled }: RuleProps) {
  const properties = useMemo(() => layerProperties(data), [data]);
  const { lines, others } = useMemo(() => shapesOf(data), [data]);
  const [property, setProperty] = useState(ALL);
  const [rule, setRule] = useState<Omit<LayerRule, "layer" | "property"> & { readonly values: readonly string[] }>({
    title: name, values: [], distance: 50, width: 20, reason: lines && !others ? ROADS : INDOORS,
  });
  const change = (patch: Partial<typeof rule>): void => setRule({ ...rule, ...patch });
  const values = properties.find((one) => one.name === property)?.values;
  const add = (): void =>
    void attempt(LAYER_RULE_JOB, () => addLayerRule({
      ...rule, layer, values: [...rule.values], ...(property !== ALL && { property }),
    }));
  return (
    <>
      <Choice
        label="Features"
        value={property}
        options={[{ value: ALL, label: `All ${count(data.features.length)}` }, ...properties.map((one) => ({ value: one.name, label: `By ${one.name}` }))]}
        onChange={(next) => {
          setProperty(next);
          change({ values: [] });
        }}
      />
      {values && (
        <Scroll name={`Values of ${property}`} tall>
          <div role="group" aria-label={`Values of ${property}`}>
            {values.map(({ value, features }) => (
              <Check key={value} isSelected={rule.values.includes(value)} onChange={(on) => change({ values: on ? [...rule.values, value] : rule.values.filter((other) => other !== value) })}>
                {value} <span className="muted number">{count(features)}</span>
              </Check>
            ))}
          </div>
        </Scroll>
      )}
      {others && <NumberInput label="Distance around" unit="m" min={0} max={5000} value={rule.distance ?? 0} onChange={(distance) => change({ distance })} />}
      {lines && <NumberInput label="Width of a line" unit="m" min={0} max={1000} value={rule.width ?? 0} onChange={(width) => change({ width })} />}
      <TextInput label="Called" value={rule.title} onChange={(title) => change({ title })} />
      <TextInput label="Reason" value={rule.reason} onChange={(reason) => change({ reason })} />
      <div className="actions">
        <Button look="primary" isDisabled={isDisabled || rule.title.trim() === "" || (property !== ALL && rule.values.length === 0)} onPress={add}>Exclude by this rule</Button>
      </div>
    </>
  );
}

/** What a distance and what a width can be asked for. */
function shapesOf({ features }: FeatureCollection): { readonly lines: boolean; readonly others: boolean } {
  const kinds = features.flatMap(({ geometry }) => kindsOf(geometry));
  return { lines: kinds.some(isLine), others: kinds.some((kind) => !isLine(kind)) };
}

const isLine = (kind: Geometry["type"]): boolean => kind.endsWith("LineString");

const kindsOf = (geometry: Geometry | null): Geometry["type"][] =>
  geometry === null ? [] : geometry.type === "GeometryCollection" ? geometry.geometries.flatMap(kindsOf) : [geometry.type];
