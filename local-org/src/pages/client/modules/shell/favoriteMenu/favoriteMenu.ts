import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import {
  addFavorite,
  favoritePage,
  favoriteTargetOf,
  loadFavorites,
  removeFavorite,
  useFavorite,
  type FavoriteRepresentation,
  type FavoriteTarget,
} from 'shell/favorites';
import { messageOf } from 'shell/http';
import { navigate, type PageReference } from 'shell/router';

const ID_LENGTH = 15;

/** A star that makes the page a favorite, or none any more, and a menu of the favorites. */
export default class FavoriteMenu extends LightningElement {
  static renderMode = 'light' as const;

  private favorites: readonly FavoriteRepresentation[] = [];
  private target: FavoriteTarget | undefined;
  private shownReference: PageReference | undefined;

  /** The page that is shown. */
  @api get reference(): PageReference | undefined {
    return this.shownReference;
  }
  set reference(reference: PageReference | undefined) {
    this.shownReference = reference;
    this.target = undefined;
    if (reference) void this.findTarget(reference);
  }

  get favorite(): FavoriteRepresentation | undefined {
    const { target } = this;
    return target && this.favorites.find((favorite) => isSame(favorite, target));
  }

  get cannotAdd(): boolean {
    return this.target === undefined;
  }

  get pressedText(): 'true' | 'false' {
    return this.favorite ? 'true' : 'false';
  }

  get starLabel(): string {
    return this.favorite ? 'This page is a favorite. Remove it.' : 'Add this page to favorites';
  }

  get starClass(): string {
    const chosen = this.favorite ? ' local-org-favorite_chosen' : '';
    return `slds-button slds-button_icon slds-button_icon-border${chosen}`;
  }

  get starVariant(): string {
    return this.favorite ? 'inverse' : '';
  }

  get isEmpty(): boolean {
    return this.favorites.length === 0;
  }

  get entries(): { readonly id: string; readonly label: string }[] {
    return this.favorites.map(({ id, name, subtitle }) => ({
      id,
      label: subtitle === null ? name : `${name} (${subtitle})`,
    }));
  }

  connectedCallback(): void {
    void this.attempt(() => this.load());
  }

  handleStar(): void {
    void this.attempt(() => this.toggle());
  }

  handleSelect({ detail }: CustomEvent<{ readonly value: string }>): void {
    const favorite = this.favorites.find(({ id }) => id === detail.value);
    if (!favorite) return;
    navigate(favoritePage(favorite));
    void this.attempt(() => useFavorite(favorite.id));
  }

  private async toggle(): Promise<void> {
    const { favorite, target } = this;
    if (favorite) await removeFavorite(favorite.id);
    // Titles of pages begin with what is on them: `Acme | Account`.
    else if (target) await addFavorite(document.title.split(' | ')[0] ?? '', target);
    await this.load();
  }

  private async load(): Promise<void> {
    this.favorites = await loadFavorites();
  }

  /** A page that is not there cannot be a favorite; why not is said by the page. */
  private async findTarget(reference: PageReference): Promise<void> {
    const target = await favoriteTargetOf(reference).catch(() => undefined);
    if (reference === this.shownReference) this.target = target;
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const title = 'The favorites cannot be changed';
      this.dispatchEvent(new ShowToastEvent({ title, message: messageOf(error), variant: 'error' }));
    }
  }
}

/** Ids have 15 characters or 18. */
function isSame(favorite: FavoriteTarget, { target, targetType }: FavoriteTarget): boolean {
  if (favorite.targetType !== targetType) return false;
  const hasId = targetType === 'Record' || targetType === 'ListView';
  return hasId
    ? favorite.target.slice(0, ID_LENGTH) === target.slice(0, ID_LENGTH)
    : favorite.target.toLowerCase() === target.toLowerCase();
}
