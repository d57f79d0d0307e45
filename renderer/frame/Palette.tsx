// The palette (Ctrl+K): any command, hotspot, patrol area or layer by a few letters of its name.

import { useMemo, useState } from "react";
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField } from "react-aria-components";
import { commands } from "../commands/commands.ts";
import { titleOf } from "../commands/command.ts";
import { matchScore } from "../commands/matchScore.ts";
import { perform } from "../commands/perform.ts";
import { shownKeys } from "../commands/shortcuts.ts";
import { zoomToFeature } from "../actions/zoom.ts";
import { committedPlan, useStore } from "../store.ts";

const SHOWN = 40;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly keys?: string;
  readonly blocked: string | null;
  readonly run: () => void;
}

export function Palette() {
  const open = useStore((state) => state.palette);
  const close = (): void => useStore.setState({ palette: false });
  return (
    <ModalOverlay className="palette-ground" isOpen={open} isDismissable onOpenChange={(next) => !next && close()}>
      <Modal className="palette">
        <Dialog aria-label="Search commands, hotspots and layers">
          {/* The search field would take the first Esc to empty itself. */}
          <div onKeyDownCapture={(event) => event.key === "Escape" && close()}>{open && <Search close={close} />}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Search({ close }: { readonly close: () => void }) {
  const [text, setText] = useState("");
  const entries = useMemo(() => allEntries(), []);
  const found = useMemo(
    () =>
      entries
        .map((entry) => ({ entry, score: matchScore(text, `${entry.title} ${entry.kind}`) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, SHOWN)
        .map(({ entry }) => entry),
    [entries, text],
  );
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField aria-label="Search" autoFocus>
        <Input placeholder="Type a command, a hotspot or a layer" />
      </SearchField>
      <Menu
        className="menu"
        aria-label="Found"
        items={found}
        renderEmptyState={() => <div className="empty">Nothing found. Try fewer letters.</div>}
      >
        {(entry) => (
          <MenuItem
            className="menu-item"
            textValue={entry.title}
            isDisabled={entry.blocked !== null}
            onAction={() => {
              close();
              entry.run();
            }}
          >
            <span>{entry.title}</span>
            <span className="muted">{entry.blocked ?? entry.kind}</span>
            {entry.keys && <span className="keys">{shownKeys(entry.keys)}</span>}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}

function allEntries(): Entry[] {
  const state = useStore.getState();
  const plan = committedPlan(state);
  const feature = (kind: string) => ({ id, name }: { id: string; name: string }): Entry => ({
    id: `feature ${id}`,
    title: name,
    kind,
    blocked: null,
    run: () => zoomToFeature(id),
  });
  return [
    ...commands.map((command) => ({
      id: command.id,
      title: titleOf(command, state),
      kind: command.menu,
      keys: command.keys?.[0],
      blocked: command.unavailable?.(state) ?? null,
      run: () => perform(command),
    })),
    ...plan.hotspots.map(feature("Hotspot")),
    ...plan.patrolAreas.map(feature("Patrol area")),
    ...plan.exclusions.map(feature("Exclusion")),
    ...plan.expertPoints.map(feature("Expert point")),
  ];
}
