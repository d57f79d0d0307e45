// What this is, and what it does not do.

import { useStore } from "../store.ts";
import { Modal } from "../ui/Modal.tsx";

export function AboutDialog() {
  const about = useStore((state) => state.about);
  return (
    <Modal title="About Hexbeat" onClose={() => useStore.setState({ dialog: null })}>
      <div className="about">
        <p>Hexbeat {about?.version} · {about?.shell === "electron" ? "desktop window" : "browser window on this machine"}</p>
        <p>A workbench for police crime analysts: hotspots, densities, patrols. It works offline: nothing that you load leaves this machine.</p>
        <p>Projects lie in {about?.projectsFolder}. They are not encrypted: use full-disk encryption.</p>
        <p className="muted">
          Map: MapLibre and deck.gl. Optimisation: HiGHS. Cells: H3. Boolean operations: Turf. Icons: Tabler. Fonts: Inter, Noto Sans (OFL).
          British National Grid is reached by a Helmert shift, good to about 3.5 m, not by OSTN15.
        </p>
      </div>
    </Modal>
  );
}
