import { LightningElement, api } from 'lwc';
import { context } from 'shell/context';
import type { AppRepresentation, NavItemRepresentation } from 'shell/apps';
import { navigate, urlOf, type PageReference } from 'shell/router';

interface NavigationEntry {
  readonly key: string;
  readonly label: string;
  readonly url: string;
  readonly classes: string;
  readonly current: 'page' | null;
}

const OBJECT_ITEM = 'Entity';

/** The top of every page: logo, app launcher, navigation of the app, menu of the user. */
export default class Header extends LightningElement {
  static renderMode = 'light' as const;

  @api app: AppRepresentation | undefined;
  @api apps: readonly AppRepresentation[] = [];
  /** The page that is shown. */
  @api reference: PageReference | undefined;

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

  get items(): NavigationEntry[] {
    return (this.app?.navItems ?? []).map((item) => {
      const target = targetOf(item);
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

  handleLauncher({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.dispatchEvent(new CustomEvent('appselect', { detail: detail.value }));
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

/** Where an entry of the navigation leads. */
function targetOf({
  pageReference,
  itemType,
  objectApiName,
  developerName,
}: NavItemRepresentation): PageReference {
  if (pageReference) return pageReference;
  if (itemType === OBJECT_ITEM || objectApiName) {
    const attributes = { objectApiName: objectApiName ?? developerName, actionName: 'home' };
    return { type: 'standard__objectPage', attributes };
  }
  return developerName === 'standard-home'
    ? { type: 'standard__namedPage', attributes: { pageName: 'home' } }
    : { type: 'standard__navItemPage', attributes: { apiName: developerName } };
}

/** Whether a page belongs to an entry: the records of an object stand below its entry. */
function isWithin(reference: PageReference, target: PageReference): boolean {
  const { objectApiName, apiName, pageName } = target.attributes ?? {};
  if (objectApiName !== undefined) return reference.attributes?.['objectApiName'] === objectApiName;
  if (reference.type !== target.type) return false;
  return reference.attributes?.['apiName'] === apiName && reference.attributes?.['pageName'] === pageName;
}
