// The log of results: every analysis with the parameters actually used.

import { IconTrash } from "@tabler/icons-react";
import { attempt } from "../actions/messages.ts";
import { canDelete, deleteResult, showResult } from "../actions/results.ts";
import { useStore } from "../store.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Modal } from "../ui/Modal.tsx";

export function ResultsDialog() {
  const results = useStore((state) => state.results);
  return (
    <Modal title="Results and how they were made" onClose={() => useStore.setState({ dialog: null })}>
      {results.length === 0 && (
        <div className="empty">No result yet. Run a density (Analysis &gt; Kernel density), a forecast or an allocation.</div>
      )}
      {results.map((result) => (
        <details key={result.id} className="section">
          <summary>
            <strong>{result.title}</strong> <span className="muted">{result.made.slice(0, 16).replace("T", " ")} UTC · Hexbeat {result.version}</span>
          </summary>
          <pre className="parameters">{JSON.stringify(result.parameters, null, 2)}</pre>
          <div className="actions">
            <Button onPress={() => void attempt("Showing the result", () => showResult(result.id))}>Show on the map</Button>
            {canDelete(result) && (
              <IconButton
                icon={<IconTrash size={14} />}
                label="Delete this result"
                onPress={() => void attempt("Deleting the result", () => deleteResult(result.id))}
              />
            )}
          </div>
        </details>
      ))}
    </Modal>
  );
}
