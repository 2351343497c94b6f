/**
 * `lightning/platformWorkspaceApi`: tabs of console apps. The local org has no console navigation: wires say so, and
 * every other call is refused by name.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-workspace-api.html
 */

/** A wire that gives the same value always. */
function constantWire<T>(value: T): new (give: (value: T) => void) => object {
  return class {
    constructor(private readonly give: (value: T) => void) {}

    connect(): void {
      this.give(value);
    }

    disconnect(): void {
      // Nothing is held.
    }

    update(): void {
      // It takes no configuration.
    }
  };
}

/** Wire that gives whether the page stands in a console app. */
export const IsConsoleNavigation = constantWire(false);
/** Wire that gives the tab in which a component stands. */
export const EnclosingTabId = constantWire(undefined);

function refused(name: string): () => Promise<never> {
  return () =>
    Promise.reject(new Error(`lightning/platformWorkspaceApi: ${name} is not supported by the local org`));
}

export const closeTab = refused('closeTab');
export const disableTabClose = refused('disableTabClose');
export const focusTab = refused('focusTab');
export const getAllTabInfo = refused('getAllTabInfo');
export const getFocusedTabInfo = refused('getFocusedTabInfo');
export const getTabInfo = refused('getTabInfo');
export const openSubtab = refused('openSubtab');
export const openTab = refused('openTab');
export const refreshTab = refused('refreshTab');
export const setTabHighlighted = refused('setTabHighlighted');
export const setTabIcon = refused('setTabIcon');
export const setTabLabel = refused('setTabLabel');
