// Starts the window: fonts and themes, the host, the workers, the last project or the sample.

import "@fontsource-variable/inter/index.css";
import "dockview-react/dist/styles/dockview.css";
import "maplibre-gl/dist/maplibre-gl.css";
import "./theme/tokens.css";
import "./theme/base.css";
import "./theme/controls.css";
import "./theme/panels.css";
import "./theme/frame.css";
import { createRoot } from "react-dom/client";
import { start } from "./actions/start.ts";
import { App } from "./frame/App.tsx";
import { StartFault } from "./frame/StartFault.tsx";

const root = createRoot(document.getElementById("root")!);

start()
  .then((open) => {
    root.render(<App />);
    // Projects open after the first paint: the window is there at once.
    void open();
  })
  .catch((error: unknown) => root.render(<StartFault error={error} />));
