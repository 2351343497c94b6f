/**
 * `lightning/platformResourceLoader`: scripts and stylesheets of static resources.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-platformresourceloader.html
 */

const loaded = new Map<string, Promise<void>>();

/** Loads a script once for the page. @throws Error when it cannot be loaded */
export function loadScript(_component: unknown, url: string): Promise<void> {
  return loadOnce(url, () => Object.assign(document.createElement('script'), { src: url }));
}

/** Loads a stylesheet once for the page. @throws Error when it cannot be loaded */
export function loadStyle(_component: unknown, url: string): Promise<void> {
  return loadOnce(url, () => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
}

/** What could not be loaded may be tried again. */
function loadOnce(url: string, create: () => HTMLElement): Promise<void> {
  let loading = loaded.get(url);
  if (!loading) {
    loading = new Promise<void>((resolve, reject) => {
      const element = create();
      element.addEventListener('load', () => resolve());
      element.addEventListener('error', () => {
        loaded.delete(url);
        reject(new Error(`${url} could not be loaded`));
      });
      document.head.append(element);
    });
    loaded.set(url, loading);
  }
  return loading;
}
