import { context } from 'shell/context';

/** Who hears of changes of the org. */
export interface ChangeListener {
  /** A deploy has changed what pages are made of. */
  changed(): void;
  /** The org answers, for the first time or again. */
  connected(): void;
}

interface OrgState {
  /** Of the deployed components and of what the pages themselves are made of. */
  readonly version: string;
}

/**
 * Hears of deploys until the function that comes back is called. What cannot be taken over by the page that is shown,
 * such as another field or another user's session, loads the page as a whole.
 *
 * Only a page that can be seen holds a connection, since a browser has six of them for all its pages together; a page
 * that comes into view again asks what it has missed.
 */
export function watchChanges({ changed, connected }: ChangeListener): () => void {
  let known: string | undefined;
  let source: EventSource | undefined;
  const connect = (): void => {
    source = new EventSource('/local-org/changes');
    source.addEventListener('start', ({ data }: MessageEvent<string>) => {
      const { version, userId } = JSON.parse(data) as OrgState & { readonly userId: string };
      if ((known ?? version) !== version || userId !== context.user.id) location.reload();
      known = version;
      connected();
    });
    source.addEventListener('deployed', ({ data }: MessageEvent<string>) => {
      const { version, reload } = JSON.parse(data) as OrgState & { readonly reload: boolean };
      known = version;
      if (reload) location.reload();
      else changed();
    });
  };
  const followVisibility = (): void => {
    source?.close();
    source = undefined;
    if (document.visibilityState === 'visible') connect();
  };
  // A stream that the org has refused, as to an ended session, is not tried again by the browser.
  const reconnect = (): void => {
    if (source?.readyState === EventSource.CLOSED) followVisibility();
  };
  document.addEventListener('visibilitychange', followVisibility);
  window.addEventListener('focus', reconnect);
  followVisibility();
  return () => {
    document.removeEventListener('visibilitychange', followVisibility);
    window.removeEventListener('focus', reconnect);
    source?.close();
  };
}
