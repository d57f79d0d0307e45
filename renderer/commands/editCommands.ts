// Undo, selection, and what is done to the selected shapes.

import { IconArrowBackUp, IconArrowForwardUp, IconCopy, IconLock, IconMagnet, IconTrash } from "@tabler/icons-react";
import { redoLabel, undoLabel } from "../../core/plan/history.ts";
import { redo, undo } from "../actions/editPlan.ts";
import { deleteSelected, duplicateSelected, nudgeSelected, rotateSelected, selectAll, toggleLock } from "../actions/editSelection.ts";
import { committedPlan, useStore } from "../store.ts";
import type { Command } from "./command.ts";
import { needsHotspot, needsSelection } from "./unavailable.ts";

const DEGREE = Math.PI / 180;

const nudge = (name: string, key: string, dx: number, dy: number): Command[] =>
  [1, 10].map((step) => ({
    id: `edit.nudge-${name}-${step}`,
    title: `Nudge ${step} m ${name}`,
    menu: "Edit",
    section: 3,
    keys: [step === 1 ? key : `Shift+${key}`],
    unavailable: needsSelection,
    run: () => nudgeSelected(dx * step, dy * step),
  }));

const turn = (title: string, keys: string, degrees: number): Command => ({
  id: `edit.rotate${degrees}`,
  title,
  menu: "Edit",
  section: 4,
  keys: [keys],
  unavailable: needsSelection,
  run: () => rotateSelected(degrees * DEGREE),
});

export const editCommands: readonly Command[] = [
  {
    id: "edit.undo",
    title: ({ history }) => `Undo${undoLabel(history) ? `: ${undoLabel(history)}` : ""}`,
    menu: "Edit",
    section: 0,
    icon: IconArrowBackUp,
    toolbar: "edit",
    keys: ["Ctrl+Z"],
    unavailable: ({ history }) => (undoLabel(history) ? null : "There is nothing to undo"),
    run: undo,
  },
  {
    id: "edit.redo",
    title: ({ history }) => `Redo${redoLabel(history) ? `: ${redoLabel(history)}` : ""}`,
    menu: "Edit",
    section: 0,
    icon: IconArrowForwardUp,
    toolbar: "edit",
    keys: ["Ctrl+Shift+Z", "Ctrl+Y"],
    unavailable: ({ history }) => (redoLabel(history) ? null : "There is nothing to redo"),
    run: redo,
  },
  {
    id: "edit.select-all",
    title: "Select all hotspots",
    menu: "Edit",
    section: 1,
    keys: ["Ctrl+A"],
    run: selectAll,
  },
  {
    id: "edit.duplicate",
    title: "Duplicate",
    menu: "Edit",
    section: 2,
    icon: IconCopy,
    toolbar: "edit",
    keys: ["Ctrl+D"],
    unavailable: needsSelection,
    run: duplicateSelected,
  },
  {
    id: "edit.delete",
    title: "Delete",
    menu: "Edit",
    section: 2,
    icon: IconTrash,
    toolbar: "edit",
    keys: ["Delete", "Backspace"],
    unavailable: needsSelection,
    run: deleteSelected,
  },
  {
    id: "edit.lock",
    title: "Lock",
    hint: "A locked hotspot is not moved by hand or by a proposal",
    menu: "Edit",
    section: 2,
    icon: IconLock,
    toolbar: "edit",
    keys: ["Ctrl+L"],
    unavailable: needsHotspot,
    checked: (state) => {
      const chosen = committedPlan(state).hotspots.filter(({ id }) => state.selection.includes(id));
      return chosen.length > 0 && chosen.every(({ locked }) => locked);
    },
    run: toggleLock,
  },
  ...nudge("north", "ArrowUp", 0, 1),
  ...nudge("south", "ArrowDown", 0, -1),
  ...nudge("west", "ArrowLeft", -1, 0),
  ...nudge("east", "ArrowRight", 1, 0),
  turn("Rotate 1° anticlockwise", "[", 1),
  turn("Rotate 1° clockwise", "]", -1),
  turn("Rotate 15° anticlockwise", "{", 15),
  turn("Rotate 15° clockwise", "}", -15),
  {
    id: "edit.snapping",
    title: "Snapping",
    hint: "A dragged hexagon lines up with its neighbours and keeps the spacing; Ctrl suspends it",
    menu: "Edit",
    section: 5,
    icon: IconMagnet,
    toolbar: "snap",
    keys: ["S"],
    checked: (state) => state.snapping,
    run: () => useStore.setState(({ snapping }) => ({ snapping: !snapping })),
  },
];
