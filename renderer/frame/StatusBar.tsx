// The status bar: coordinates in the person's system, scale, selection, filter, running jobs with cancel.

import { IconX } from "@tabler/icons-react";
import { Button } from "react-aria-components";
import { describePlane, planeProjection } from "../../core/geo/plane.ts";
import { usePointer } from "../pointer.ts";
import { useStore, type RunningJob } from "../store.ts";
import { count, percent } from "../ui/format.ts";

/** CSS pixels are 1/96 inch: the scale at which a metre on the ground is drawn. */
const METRES_PER_CSS_PIXEL = 0.0254 / 96;

export function StatusBar() {
  const selected = useStore((state) => state.selection.length);
  const filtered = useStore((state) => state.filtered?.selected.length ?? null);
  const total = useStore((state) => state.incidents?.table.length ?? null);
  const plane = useStore((state) => state.plane);
  const jobs = useStore((state) => state.jobs);
  return (
    <footer className="status-bar">
      <Coordinates />
      <Scale />
      {plane && <span title="All lengths and areas are computed in this plane">{describePlane(plane)}</span>}
      <span className="spring" />
      {total !== null && (
        <span>
          {filtered === null || filtered === total
            ? `${count(total)} incidents`
            : `${count(filtered)} of ${count(total)} incidents (${percent(filtered / total)})`}
        </span>
      )}
      <span>{selected === 0 ? "Nothing selected" : `${selected} selected`}</span>
      {jobs.map((job) => <JobLine key={job.id} job={job} />)}
    </footer>
  );
}

function Coordinates() {
  const lonLat = usePointer((state) => state.lonLat);
  const plane = useStore((state) => state.plane);
  const system = useStore((state) => state.coordinates);
  const toggle = (): void =>
    useStore.setState({ coordinates: system === "lonlat" && plane ? "plane" : "lonlat" });
  let text = "–";
  if (lonLat && system === "plane" && plane) {
    const { x, y } = planeProjection(plane).forward(lonLat);
    text = `E ${x.toFixed(0)} m, N ${y.toFixed(0)} m`;
  } else if (lonLat) {
    text = `${Math.abs(lonLat[1]).toFixed(5)}° ${lonLat[1] < 0 ? "S" : "N"}, ${Math.abs(lonLat[0]).toFixed(5)}° ${lonLat[0] < 0 ? "W" : "E"}`;
  }
  return (
    <Button className="plain coordinates" aria-label="Coordinates; press to change the system" onPress={toggle}>
      {text}
    </Button>
  );
}

function Scale() {
  const metresPerPixel = usePointer((state) => state.metresPerPixel);
  return <span>{metresPerPixel > 0 ? `1 : ${count(roundTo2(metresPerPixel / METRES_PER_CSS_PIXEL))}` : ""}</span>;
}

const roundTo2 = (n: number): number => Number(n.toPrecision(2));

function JobLine({ job }: { readonly job: RunningJob }) {
  return (
    <span className="job" role="status">
      <span>{job.note ? `${job.title}: ${job.note}` : job.title}</span>
      <progress className="visually-hidden" value={job.fraction} />
      <span className="bar" aria-hidden><div style={{ width: `${100 * job.fraction}%` }} /></span>
      {job.cancel && <Button className="plain" aria-label={`Cancel ${job.title}`} onPress={job.cancel}><IconX size={12} /></Button>}
    </span>
  );
}
