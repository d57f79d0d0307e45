// The dialog that is open, if any.

import { useStore, type DialogName } from "../store.ts";
import { AboutDialog } from "./AboutDialog.tsx";
import { ExportDialog } from "./ExportDialog.tsx";
import { ImportDialog } from "./ImportDialog.tsx";
import { ProjectsDialog } from "./ProjectsDialog.tsx";
import { ResultsDialog } from "./ResultsDialog.tsx";
import { SaveCopyDialog } from "./SaveCopyDialog.tsx";
import { ShortcutsDialog } from "./ShortcutsDialog.tsx";

const DIALOGS: Record<Exclude<DialogName, null>, () => React.ReactNode> = {
  projects: ProjectsDialog,
  import: ImportDialog,
  export: ExportDialog,
  shortcuts: ShortcutsDialog,
  about: AboutDialog,
  "save-copy": SaveCopyDialog,
  "job-log": ResultsDialog,
};

export const closeDialog = (): void => useStore.setState({ dialog: null });

export function Dialogs() {
  const dialog = useStore((state) => state.dialog);
  if (!dialog) return null;
  const Dialog = DIALOGS[dialog];
  return <Dialog />;
}
