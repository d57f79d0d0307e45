// Shows what a search has found so far in the place of its last result.

import { useStore, type State } from "../store.ts";

/**
 * @param show - the state's result for what has been found
 * @returns what the search found in the end; where it fails or is cancelled, the last result stands again
 */
export async function live<Key extends "frontier" | "fleetSizes", Found>(key: Key, show: (found: Found) => NonNullable<State[Key]>, search: (onFound: (found: unknown) => void) => Promise<Found>): Promise<NonNullable<State[Key]>> {
  const before = useStore.getState()[key];
  const put = (shown: State[Key]): void => useStore.setState({ [key]: shown } as Pick<State, Key>);
  try {
    const shown = show(await search((found) => put(show(found as Found))));
    put(shown);
    return shown;
  } catch (error) {
    put(before);
    throw error;
  }
}
