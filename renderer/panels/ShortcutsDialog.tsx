// Every shortcut, from the registry.

import { commands } from "../commands/commands.ts";
import { titleOf } from "../commands/command.ts";
import { shownKeys } from "../commands/shortcuts.ts";
import { useStore } from "../store.ts";
import { Modal } from "../ui/Modal.tsx";

export function ShortcutsDialog() {
  const state = useStore();
  const withKeys = commands.filter((command) => command.keys);
  const menus = [...new Set(withKeys.map(({ menu }) => menu))];
  return (
    <Modal title="Keyboard shortcuts" onClose={() => useStore.setState({ dialog: null })}>
      <div className="shortcuts">
        {menus.map((menu) => (
          <section key={menu}>
            <h3>{menu}</h3>
            <dl className="facts">
              {withKeys.filter((command) => command.menu === menu).map((command) => (
                <div key={command.id} className="pair">
                  <dt>{titleOf(command, state)}</dt>
                  <dd>{command.keys!.map(shownKeys).join(" or ")}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>While drawing or dragging</h3>
          <dl className="facts">
            {[
              ["Finish a polygon", "Enter or double-click"],
              ["Take the last corner back", "Backspace"],
              ["Give up, nothing changed", "Esc"],
              ["Rotate in steps of 15°", "Shift"],
              ["Drag a duplicate", "Alt"],
              ["Suspend snapping", "Ctrl"],
              ["Move the map", "Space or middle button"],
            ].map(([what, keys]) => (
              <div key={what} className="pair"><dt>{what}</dt><dd>{keys}</dd></div>
            ))}
          </dl>
        </section>
      </div>
    </Modal>
  );
}
