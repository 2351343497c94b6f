import { LightningElement } from 'lwc';
import Toast from 'lightning/toast';
import { ShowToastEvent, ShowToastEventName, type ToastEventConfig } from 'lightning/platformShowToastEvent';
import { loadApps, rememberApp, rememberedApp, type AppRepresentation } from 'shell/apps';
import { watchChanges } from 'shell/changes';
import { CONNECTION_EVENT, messageOf, type ConnectionProblem, type FetchResponseError } from 'shell/http';
import { sourcePlaceOf } from 'shell/sourcePlaces';
import { overlayOf, type Overlay } from 'shell/overlays';
import { navigate, urlOf, watchPage, type PageReference } from 'shell/router';
import { toastConfig } from './toast-config';

const CONNECTION_TEXTS: Readonly<Record<ConnectionProblem, string>> = {
  sessionExpired:
    'Your session has ended. Log in in another tab, then go on here: nothing that you entered is lost.',
  unreachable: 'The org does not answer. The page works again when it does.',
};

/** Of an error that a request has brought. */
const OF_REQUEST: FetchResponseError['errorType'] = 'fetchResponse';

/** The frame of all Lightning pages: header and navigation, the page itself, and what lies over it. */
export default class App extends LightningElement {
  static renderMode = 'light' as const;

  apps: readonly AppRepresentation[] = [];
  reference: PageReference | undefined;
  connectionProblem: ConnectionProblem | undefined;
  private chosenApp = rememberedApp();
  private appsAreKnown = false;
  private stopWatching: (() => void) | undefined;
  private stopChanges: (() => void) | undefined;

  get app(): AppRepresentation | undefined {
    return (
      this.apps.find(({ developerName }) => developerName === this.chosenApp) ??
      this.apps.find(({ selected }) => selected) ??
      this.apps[0]
    );
  }

  /** Null when there is none to show, undefined as long as it is not known. */
  get appName(): string | null | undefined {
    return this.app?.developerName ?? this.chosenApp ?? (this.appsAreKnown ? null : undefined);
  }

  get connectionText(): string | undefined {
    return this.connectionProblem && CONNECTION_TEXTS[this.connectionProblem];
  }

  get sessionExpired(): boolean {
    return this.connectionProblem === 'sessionExpired';
  }

  get loginUrl(): string {
    return `/login?expired=1&startURL=${encodeURIComponent(location.pathname + location.search)}`;
  }

  override connectedCallback(): void {
    this.stopWatching = watchPage((reference) => this.show(reference));
    window.addEventListener(CONNECTION_EVENT, this.handleConnection);
    window.addEventListener('error', this.handleFailure);
    window.addEventListener('unhandledrejection', this.handleFailure);
    // Before the base components' own container, which listens for the same event with other names in it.
    document.addEventListener(ShowToastEventName, showToast, true);
    void this.loadApps();
    this.stopChanges = watchChanges({
      changed: () => void this.refreshPage(),
      connected: () => this.handleConnected(),
    });
  }

  override disconnectedCallback(): void {
    this.stopWatching?.();
    this.stopChanges?.();
    window.removeEventListener(CONNECTION_EVENT, this.handleConnection);
    window.removeEventListener('error', this.handleFailure);
    window.removeEventListener('unhandledrejection', this.handleFailure);
    document.removeEventListener(ShowToastEventName, showToast, true);
  }

  handleAppSelect({ detail }: CustomEvent<string>): void {
    this.chosenApp = detail;
    rememberApp(detail);
  }

  private readonly handleConnection = (event: Event): void => {
    const { detail } = event as CustomEvent<ConnectionProblem | null>;
    if (detail === null) this.handleConnected();
    else this.connectionProblem = detail;
  };

  /** A page that could not be shown is asked for anew, one that is shown stays with all that was entered. */
  private handleConnected(): void {
    if (this.connectionProblem === undefined) return;
    this.connectionProblem = undefined;
    void this.refreshPage();
  }

  /** What no component has caught, such as an error in a handler, is told; the page stays usable. */
  private readonly handleFailure = (event: ErrorEvent | PromiseRejectionEvent): void => {
    const error: unknown = 'reason' in event ? event.reason : event.error;
    // Browsers report a layout that has not settled in the same way; it is no failure.
    if ('message' in event && event.message.startsWith('ResizeObserver')) return;
    // What becomes of requests without an org or a session, the notice has said already.
    const { errorType } = (error ?? {}) as Partial<FetchResponseError>;
    if (this.connectionProblem !== undefined && errorType === OF_REQUEST) return;
    void this.tellFailure(error);
  };

  private async tellFailure(error: unknown): Promise<void> {
    const title = 'Something on this page has failed';
    const place = await sourcePlaceOf(error);
    const message = [messageOf(error), ...(place === undefined ? [] : [place])].join('\n');
    this.dispatchEvent(new ShowToastEvent({ title, message, variant: 'error', mode: 'sticky' }));
  }

  /** The address of an app opens its first page. */
  private show(reference: PageReference): void {
    const overlay = overlayOf(reference);
    if (overlay) {
      void this.showOverlay(overlay);
      return;
    }
    if (reference.type !== 'standard__app') {
      // A dialog that closes leaves the page below it as it was.
      const isShown = this.reference !== undefined && urlOf(this.reference) === urlOf(reference);
      if (!isShown) this.reference = reference;
      return;
    }
    const target = reference.attributes?.['appTarget']?.replace(/^c__/, '');
    if (target !== undefined) {
      this.chosenApp = target;
      rememberApp(target);
    }
    navigate({ type: 'standard__namedPage', attributes: { pageName: 'home' } }, true);
  }

  /** Opens a dialog with an address over the page that is shown, and goes on where it leads. */
  private async showOverlay(overlay: Overlay): Promise<void> {
    const cameFromPage = this.reference !== undefined;
    this.reference ??= overlay.background;
    const target = await overlay.open();
    if (target) navigate(target, true);
    else if (target === undefined && cameFromPage) history.back();
    else if (target === undefined) navigate(overlay.background, true);
  }

  /** A deploy has changed the page or a component on it. */
  private async refreshPage(): Promise<void> {
    const view = this.querySelector<HTMLElement & { refresh(): Promise<void> }>('shell-page-view');
    await view?.refresh();
  }

  private async loadApps(): Promise<void> {
    try {
      this.apps = await loadApps();
      if (this.app) rememberApp(this.app.developerName);
    } catch (error) {
      const title = 'The apps could not be read';
      this.dispatchEvent(new ShowToastEvent({ title, message: messageOf(error), variant: 'error' }));
    }
    this.appsAreKnown = true;
  }
}

function showToast(event: Event): void {
  const { detail } = event as CustomEvent<ToastEventConfig>;
  // The base components raise the event again in their own words, with a label for a title.
  if ('label' in detail) return;
  event.stopPropagation();
  Toast.show(toastConfig(detail));
}
