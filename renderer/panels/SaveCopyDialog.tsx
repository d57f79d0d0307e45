// A second project with everything of this one.

import { useState } from "react";
import { attempt } from "../actions/messages.ts";
import { saveCopy } from "../actions/project.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/Button.tsx";
import { Modal } from "../ui/Modal.tsx";
import { TextInput } from "../ui/TextInput.tsx";

export function SaveCopyDialog() {
  const project = useStore((state) => state.project);
  const [name, setName] = useState(`${project?.name ?? "Project"} copy`);
  const close = (): void => useStore.setState({ dialog: null });
  const save = (): void => {
    close();
    void attempt("Saving the copy", () => saveCopy(name.trim()));
  };
  return (
    <Modal
      title="Save a copy"
      onClose={close}
      foot={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button look="primary" isDisabled={name.trim() === ""} onPress={save}>Save the copy</Button>
        </>
      }
    >
      <TextInput label="Name of the copy" value={name} onChange={setName} />
    </Modal>
  );
}
