import { LightningElement, api } from 'lwc';
import AppLauncher, { type LauncherChoice } from 'shell/appLauncher';
import { context } from 'shell/context';
import { itemTarget, type AppRepresentation, type NavItemRepresentation } from 'shell/apps';
import { navigate, pageReferenceOf, urlOf, type PageReference } from 'shell/router';

interface NavigationEntry {
  readonly key: string;
  readonly label: string;
  readonly url: string;
  readonly classes: string;
  readonly current: 'page' | null;
}

/** What an entry takes beside its letters, and a letter, in pixels: enough to tell how many fit. */
const ENTRY_PADDING_PX = 28;
const LETTER_PX = 7;
/** What logo, launcher, the app's name and the menu for the rest take. */
const RESERVED_PX = 360;

/** The top of every page: logo, app launcher, navigation of the app, menu of the user. */
export default class Header extends LightningElement {
  static renderMode = 'light' as const;

  @api app: AppRepresentation | undefined;
  @api apps: readonly AppRepresentation[] = [];
  /** The page that is shown. */
  @api reference: PageReference | undefined;

  private width = window.innerWidth;

  private readonly handleResize = (): void => {
    this.width = window.innerWidth;
  };

  private get fitting(): number {
    let left = this.width - RESERVED_PX;
    const first = this.navItems.findIndex(({ label }) => {
      left -= label.length * LETTER_PX + ENTRY_PADDING_PX;
      return left < 0;
    });
    return first < 0 ? this.navItems.length : first;
  }

  get orgName(): string {
    return context.org.name;
  }

  get userName(): string {
    return context.user.name;
  }

  get userLabel(): string {
    return `Menu of ${context.user.name}`;
  }

  get appLabel(): string {
    return this.app?.label ?? '';
  }

  get navItems(): readonly NavItemRepresentation[] {
    return this.app?.navItems ?? [];
  }

  get shownItems(): NavigationEntry[] {
    return this.items.slice(0, this.fitting);
  }

  /** Entries that do not fit stand in a menu. */
  get hiddenItems(): NavigationEntry[] {
    return this.items.slice(this.fitting);
  }

  get items(): NavigationEntry[] {
    return this.navItems.map((item) => {
      const target = itemTarget(item);
      const isActive = this.reference !== undefined && isWithin(this.reference, target);
      return {
        key: item.developerName,
        label: item.label,
        url: urlOf(target),
        classes: `slds-context-bar__item${isActive ? ' slds-is-active' : ''}`,
        current: isActive ? 'page' : null,
      };
    });
  }

  connectedCallback(): void {
    window.addEventListener('resize', this.handleResize);
  }

  disconnectedCallback(): void {
    window.removeEventListener('resize', this.handleResize);
  }

  async handleLauncher(): Promise<void> {
    const choice = (await AppLauncher.open({ size: 'medium', label: 'App Launcher', apps: this.apps })) as
      LauncherChoice | undefined;
    if (choice?.app !== undefined) this.dispatchEvent(new CustomEvent('appselect', { detail: choice.app }));
    const target = choice?.url === undefined ? undefined : pageReferenceOf(choice.url);
    if (target) navigate(target);
  }

  handleHiddenItem({ detail }: CustomEvent<{ readonly value: string }>): void {
    const target = pageReferenceOf(detail.value);
    if (target) navigate(target);
  }

  handleUserMenu({ detail }: CustomEvent<{ readonly value: string }>): void {
    if (detail.value === 'record') {
      const attributes = { recordId: context.user.id, objectApiName: 'User', actionName: 'view' };
      navigate({ type: 'standard__recordPage', attributes });
    } else {
      window.location.assign(detail.value === 'logout' ? '/secur/logout.jsp' : '/login');
    }
  }
}

/** Whether a page belongs to an entry: the records of an object stand below its entry. */
function isWithin(reference: PageReference, target: PageReference): boolean {
  const { objectApiName, apiName, pageName } = target.attributes ?? {};
  if (objectApiName !== undefined) return reference.attributes?.['objectApiName'] === objectApiName;
  if (reference.type !== target.type) return false;
  return reference.attributes?.['apiName'] === apiName && reference.attributes?.['pageName'] === pageName;
}
