import { LightningElement, api } from 'lwc';
import { getIconPath, getName } from 'lightning/iconUtils';

const SIZES: ReadonlySet<string> = new Set(['xx-small', 'x-small', 'small', 'medium', 'large']);
const VARIANTS: ReadonlySet<string> = new Set(['bare', 'error', 'inverse', 'warning', 'success']);
const TEXT_VARIANTS: ReadonlySet<string> = new Set(['error', 'warning', 'success']);
/** Variants whose colour comes from what surrounds them. */
const UNCOLOURED_VARIANTS: ReadonlySet<string> = new Set(['bare', 'inverse']);

/**
 * Draws an icon of the base components from the sprite files of SLDS. The component of that name in
 * `lightning-base-components` compiles each of its 1,700 icons into a template of its own, which doubles the bundle.
 */
export default class PrimitiveIcon extends LightningElement {
  static validationOptOut = ['class'];

  @api src: string | undefined;
  @api svgClass: string | undefined;
  @api iconName: string | undefined;
  private chosenSize = 'medium';
  private chosenVariant = '';

  @api get size(): string {
    return this.chosenSize;
  }
  set size(value: string) {
    this.chosenSize = SIZES.has(value) ? value : 'medium';
    this.setAttribute('size', this.chosenSize);
  }

  @api get variant(): string {
    return this.chosenVariant;
  }
  set variant(value: string) {
    this.chosenVariant = VARIANTS.has(value) ? value : '';
    this.setAttribute('variant', this.chosenVariant);
  }

  get href(): string {
    return this.src ?? getIconPath(this.iconName ?? '');
  }

  get name(): string {
    return getName(this.iconName ?? '');
  }

  get computedClass(): string {
    const variant = this.chosenVariant;
    const classes = [this.svgClass ?? ''];
    if (variant !== 'bare') classes.push('slds-icon');
    if (TEXT_VARIANTS.has(variant)) classes.push(`slds-icon-text-${variant}`);
    else if (!UNCOLOURED_VARIANTS.has(variant) && !this.src) classes.push('slds-icon-text-default');
    if (this.chosenSize !== 'medium') classes.push(`slds-icon_${this.chosenSize}`);
    return classes.join(' ').trim();
  }
}
