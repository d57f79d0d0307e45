// The start page: recent projects, a new one, the sample.

import { IconHexagon, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { GridList, GridListItem } from "react-aria-components";
import { attempt } from "../actions/messages.ts";
import { createProject, openProject, refreshRecent } from "../actions/project.ts";
import { theHost } from "../actions/theHost.ts";
import { openSample } from "../actions/sample.ts";
import { useStore } from "../store.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Modal } from "../ui/Modal.tsx";
import { TextInput } from "../ui/TextInput.tsx";
import { bytes, count } from "../ui/format.ts";

export function ProjectsDialog() {
  const recent = useStore((state) => state.recent);
  const open = useStore((state) => state.project);
  const folder = useStore((state) => state.about?.projectsFolder);
  const [name, setName] = useState("");
  const [doomed, setDoomed] = useState<string | null>(null);
  const close = (): void => useStore.setState({ dialog: null });
  const create = (): void => {
    const wanted = name.trim();
    if (wanted) void attempt(`Creating "${wanted}"`, async () => void (await createProject(wanted)));
  };
  const remove = (id: string): void =>
    void attempt("Deleting the project", async () => {
      await theHost().deleteProject({ id });
      setDoomed(null);
      await refreshRecent();
    });
  return (
    <Modal title="Projects" onClose={close}>
      <div className="start">
        <div>
          <TextInput label="New project" value={name} onChange={setName} placeholder="Name" />
          <Button look="primary" isDisabled={name.trim() === ""} onPress={create}><IconPlus size={14} /> Create</Button>
          <p className="muted">Every finished change is saved at once, in one file for each project.</p>
          <Button onPress={() => void attempt("Opening the sample", openSample)}><IconHexagon size={14} /> Open the sample</Button>
          <p className="muted">An invented town with three years of invented incidents.</p>
          {folder && <p className="muted">Projects lie in {folder}.</p>}
        </div>
        <GridList
          className="rows scroll"
          aria-label="Projects, the latest first"
          items={recent.map((project) => ({ ...project, open: project.id === open?.id, doomed: project.id === doomed }))}
          onAction={(id) => void attempt("Opening the project", () => openProject(String(id)))}
          renderEmptyState={() => (
            <div className="empty">No project yet. Give a name and press Create, or look at the sample first.</div>
          )}
        >
          {(project) => (
            <GridListItem className="row" textValue={project.name}>
              <span className="name">{project.name}{project.open && <span className="muted"> (open)</span>}</span>
              {project.sample && <span className="chip warn">Invented data</span>}
              <span className="muted">{count(project.incidents)} incidents</span>
              <span className="muted">{count(project.hotspots)} hotspots</span>
              <span className="muted">{bytes(project.bytes)}</span>
              <span className="muted">{project.modified.slice(0, 10)}</span>
              {project.doomed ? (
                <>
                  <Button look="primary" onPress={() => remove(project.id)}>Delete for good</Button>
                  <Button onPress={() => setDoomed(null)}>Keep</Button>
                </>
              ) : (
                <IconButton
                  icon={<IconTrash size={14} />}
                  label={`Delete ${project.name}`}
                  isDisabled={project.open}
                  onPress={() => setDoomed(project.id)}
                />
              )}
            </GridListItem>
          )}
        </GridList>
      </div>
    </Modal>
  );
}
