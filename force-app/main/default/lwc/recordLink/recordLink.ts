import { api, LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { recordPage } from 'c/pageReferences';

/** A link to the page of a record. Has a real address, so that it opens in a new tab as links do. */
export default class RecordLink extends NavigationMixin(LightningElement) {
  @api label = '';
  url?: string;
  private target = '';

  @api get recordId(): string {
    return this.target;
  }
  set recordId(recordId: string) {
    this.target = recordId;
    void this.findUrl();
  }

  private async findUrl(): Promise<void> {
    const wanted = this.target;
    const url = wanted ? await this[NavigationMixin.GenerateUrl](recordPage(wanted)) : undefined;
    if (wanted === this.target) this.url = url;
  }

  handleClick(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this[NavigationMixin.Navigate](recordPage(this.target));
  }
}
