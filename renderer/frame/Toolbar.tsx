// The toolbar: the commands that name a toolbar group, as icons.

import { useShallow } from "zustand/react/shallow";
import { IconButton } from "../ui/Button.tsx";
import { commands } from "../commands/commands.ts";
import { titleOf, type Command } from "../commands/command.ts";
import { perform } from "../commands/perform.ts";
import { shownKeys } from "../commands/shortcuts.ts";
import { useStore } from "../store.ts";

const shown = commands.filter((command) => command.toolbar && command.icon);
const groups = [...new Set(shown.map((command) => command.toolbar))];

export function Toolbar() {
  return (
    <div className="toolbar" role="toolbar" aria-label="Tools">
      {groups.map((group) => (
        <div key={group} className="group" role="group" aria-label={group}>
          {shown.filter((command) => command.toolbar === group).map((command) => <Tool key={command.id} command={command} />)}
        </div>
      ))}
    </div>
  );
}

/** Drawn again only when what it says changes: not at every frame of a drag. */
function Tool({ command }: { readonly command: Command }) {
  const { title, blocked, pressed } = useStore(
    useShallow((state) => ({
      title: titleOf(command, state),
      blocked: command.unavailable?.(state) ?? null,
      pressed: command.checked?.(state),
    })),
  );
  const Icon = command.icon!;
  return (
    <IconButton
      icon={<Icon size={17} stroke={1.7} />}
      label={title}
      keys={command.keys?.[0] && shownKeys(command.keys[0])}
      hint={blocked ?? command.hint}
      pressed={pressed}
      isDisabled={blocked !== null}
      onPress={() => perform(command)}
    />
  );
}
