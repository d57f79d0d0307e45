// The victim: writes to one project for as long as it lives, and says on standard output what has been acknowledged.
// Arguments: projects folder, project id, the number of the first write.

import { createHost } from "../../electron/host.ts";
import { incidentsOf, resultOf, stepOf, type Write } from "./killWrites.ts";

const [folder, id, first] = process.argv.slice(2);
const host = createHost({ projectsFolder: folder, appVersion: "0.1.0", shell: "web", saveFile: () => Promise.resolve("download") });
const opened = await host.openProject({ id });
if (opened.readOnly !== null) throw new Error(opened.readOnly);
let position = opened.history?.position ?? 0;
console.log(`READY ${opened.notices.length}`);

for (let n = Number.parseInt(first, 10); ; n++) {
  let write: Write = { kind: "step", n };
  if (n % 7 === 3) {
    write = { kind: "incidents", n };
    await host.putIncidents({ id, table: incidentsOf(n), reports: [] });
  } else if (n % 7 === 5) {
    write = { kind: "result", n };
    await host.putResult({ id, result: resultOf(n) });
  } else {
    await host.commitStep({ id, position, step: stepOf(n), hotspots: n });
    position += 1;
  }
  process.stdout.write(`ACK ${write.kind} ${n}\n`);
  if (n % 25 === 24) await host.closeProject({ id });
}
