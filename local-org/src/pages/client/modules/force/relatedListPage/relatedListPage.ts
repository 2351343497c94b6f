import { LightningElement, api } from 'lwc';
import type { PageReference } from 'shell/router';

/** The page of one related list: all its records. */
export default class RelatedListPage extends LightningElement {
  @api reference: PageReference | undefined;

  get attributes(): NonNullable<PageReference['attributes']> {
    return this.reference?.attributes ?? {};
  }

  connectedCallback(): void {
    document.title = this.attributes['relationshipApiName'] ?? '';
  }
}
