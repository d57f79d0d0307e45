// The toolbar: the commands that name a toolbar group, as icons.

import { IconButton } from "../ui/Button.tsx";
import { commands } from "../commands/commands.ts";
import { titleOf } from "../commands/command.ts";
import { perform } from "../commands/perform.ts";
import { shownKeys } from "../commands/shortcuts.ts";
import { useStore } from "../store.ts";

const shown = commands.filter((command) => command.toolbar && command.icon);
const groups = [...new Set(shown.map((command) => command.toolbar))];

export function Toolbar() {
  const state = useStore();
  return (
    <div className="toolbar" role="toolbar" aria-label="Tools">
      {groups.map((group) => (
        <div key={group} className="group" role="group" aria-label={group}>
          {shown.filter((command) => command.toolbar === group).map((command) => {
            const Icon = command.icon!;
            const blocked = command.unavailable?.(state) ?? null;
            return (
              <IconButton
                key={command.id}
                icon={<Icon size={17} stroke={1.7} />}
                label={titleOf(command, state)}
                keys={command.keys?.[0] && shownKeys(command.keys[0])}
                hint={blocked ?? command.hint}
                pressed={command.checked?.(state)}
                isDisabled={blocked !== null}
                onPress={() => perform(command)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}
