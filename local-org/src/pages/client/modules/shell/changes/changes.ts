/** Who hears of changes of the org. */
export interface ChangeListener {
  /** A deploy has changed what pages are made of. */
  changed(): void;
  /** The org answers, for the first time or again. */
  connected(): void;
}

/**
 * Hears of deploys until the function that comes back is called. What cannot be taken over by the page that is shown,
 * such as another label or a restarted org, loads the page as a whole.
 */
export function watchChanges({ changed, connected }: ChangeListener): () => void {
  const source = new EventSource('/local-org/changes');
  let run: string | undefined;
  source.addEventListener('start', ({ data }: MessageEvent<string>) => {
    const started = (JSON.parse(data) as { readonly run: string }).run;
    if (run !== undefined && run !== started) location.reload();
    run = started;
    connected();
  });
  source.addEventListener('deployed', ({ data }: MessageEvent<string>) => {
    const { reload } = JSON.parse(data) as { readonly reload: boolean };
    if (reload) location.reload();
    else changed();
  });
  return () => source.close();
}
