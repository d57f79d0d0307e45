// The menu bar: every command once, in its menu, with its shortcut; and the way to the palette.

import { IconCheck, IconHexagon, IconSearch } from "@tabler/icons-react";
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { commands } from "../commands/commands.ts";
import { titleOf, type Command, type MenuName } from "../commands/command.ts";
import { perform } from "../commands/perform.ts";
import { shownKeys } from "../commands/shortcuts.ts";
import { useStore } from "../store.ts";

const MENUS: readonly MenuName[] = ["File", "Edit", "View", "Tools", "Design", "Analysis", "Trial", "Help"];

export function MenuBar() {
  const project = useStore((state) => state.project);
  const readOnly = useStore((state) => state.readOnly);
  return (
    <header className="menu-bar">
      <span className="brand"><IconHexagon size={16} stroke={2.2} aria-hidden /> Hexbeat</span>
      <div role="group" aria-label="Menu">
        {MENUS.map((menu) => <OneMenu key={menu} menu={menu} />)}
      </div>
      <span className="project-name">
        {project?.name ?? "No project"}
        {project?.sample && <span className="tag">Invented data</span>}
        {readOnly && <span className="tag" title={readOnly}>Read-only</span>}
      </span>
      <Button className="search" onPress={() => useStore.setState({ palette: true })}>
        <IconSearch size={13} aria-hidden /> Search commands <span className="keys">{shownKeys("Ctrl+K")}</span>
      </Button>
    </header>
  );
}

function OneMenu({ menu }: { readonly menu: MenuName }) {
  return (
    <MenuTrigger>
      <Button className="menu-button">{menu}</Button>
      <Popover className="popover" placement="bottom start" offset={2}>
        <MenuBody menu={menu} />
      </Popover>
    </MenuTrigger>
  );
}

/** Rendered only while its menu is open, so that the state is looked at then. */
function MenuBody({ menu }: { readonly menu: MenuName }) {
  const state = useStore();
  const own = commands.filter((command) => command.menu === menu);
  const sections = [...new Set(own.map((command) => command.section ?? 0))].sort((a, b) => a - b);
  const item = (command: Command) => {
    const blocked = command.unavailable?.(state) ?? null;
    return (
      <MenuItem
        key={command.id}
        id={command.id}
        className="menu-item"
        textValue={titleOf(command, state)}
        isDisabled={blocked !== null}
        onAction={() => perform(command)}
      >
        <span className="tick">{command.checked?.(state) && <IconCheck size={13} />}</span>
        <span>{titleOf(command, state)}</span>
        {command.keys?.[0] && <span className="keys">{shownKeys(command.keys[0])}</span>}
      </MenuItem>
    );
  };
  return (
    <Menu aria-label={menu} autoFocus="first">
      {sections.map((section, i) => (
        <MenuSection key={section} aria-label={`${menu} ${section}`}>
          {i > 0 && <MenuItem className="menu-line" isDisabled textValue="-" />}
          {own.filter((command) => (command.section ?? 0) === section).map(item)}
        </MenuSection>
      ))}
    </Menu>
  );
}
