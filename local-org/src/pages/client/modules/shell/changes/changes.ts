/** Who hears of changes of the org. */
export interface ChangeListener {
  /** A deploy has changed what pages are made of. */
  changed(): void;
  /** The org answers, for the first time or again. */
  connected(): void;
}

interface OrgState {
  /** Other after a restart. */
  readonly run: string;
  readonly deploys: number;
}

/**
 * Hears of deploys until the function that comes back is called. What cannot be taken over by the page that is shown,
 * such as another field or a restarted org, loads the page as a whole.
 *
 * Only a page that can be seen holds a connection, since a browser has six of them for all its pages together; a page
 * that comes into view again asks what it has missed.
 */
export function watchChanges({ changed, connected }: ChangeListener): () => void {
  let known: OrgState | undefined;
  let source: EventSource | undefined;
  const connect = (): void => {
    source = new EventSource('/local-org/changes');
    source.addEventListener('start', ({ data }: MessageEvent<string>) => {
      const state = JSON.parse(data) as OrgState;
      if (known && (known.run !== state.run || known.deploys !== state.deploys)) location.reload();
      known = state;
      connected();
    });
    source.addEventListener('deployed', ({ data }: MessageEvent<string>) => {
      const { reload, deploys } = JSON.parse(data) as { readonly reload: boolean; readonly deploys: number };
      known = known && { ...known, deploys };
      if (reload) location.reload();
      else changed();
    });
  };
  const followVisibility = (): void => {
    source?.close();
    source = undefined;
    if (document.visibilityState === 'visible') connect();
  };
  document.addEventListener('visibilitychange', followVisibility);
  followVisibility();
  return () => {
    document.removeEventListener('visibilitychange', followVisibility);
    source?.close();
  };
}
