import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { itemTarget, loadItems, type AppRepresentation, type NavItemRepresentation } from 'shell/apps';
import { urlOf } from 'shell/router';

/** What the user has picked: an app by its developer name, or the address of an item. */
export interface LauncherChoice {
  readonly app?: string;
  readonly url?: string;
}

interface ItemView {
  readonly key: string;
  readonly label: string;
  readonly url: string;
}

/** Lets the user open any app, and any item that stands in an app's navigation. */
export default class AppLauncher extends LightningModal {
  @api apps: readonly AppRepresentation[] = [];
  term = '';
  private items: readonly NavItemRepresentation[] = [];

  get shownApps(): readonly AppRepresentation[] {
    return this.apps.filter(({ label }) => this.fits(label));
  }

  get shownItems(): ItemView[] {
    return this.items
      .filter(({ label }) => this.fits(label))
      .map((item) => ({ key: item.developerName, label: item.label, url: urlOf(itemTarget(item)) }));
  }

  connectedCallback(): void {
    void loadItems().then((items) => (this.items = items));
  }

  handleInput(event: Event): void {
    this.term = (event.target as HTMLInputElement).value;
  }

  handleApp({ currentTarget }: Event): void {
    this.close({ app: (currentTarget as HTMLElement).dataset['name'] });
  }

  handleItem(event: Event): void {
    event.preventDefault();
    this.close({ url: (event.currentTarget as HTMLElement).dataset['url'] });
  }

  private fits(label: string): boolean {
    return label.toLowerCase().includes(this.term.trim().toLowerCase());
  }
}
