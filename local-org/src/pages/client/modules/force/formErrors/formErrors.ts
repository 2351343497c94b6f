import { LightningElement, api } from 'lwc';
import { queryString, request, UI_API } from 'shell/http';
import { NO_ERRORS, type DuplicateWarning, type RecordFormErrors } from 'shell/recordForm';
import { textAt, type RecordRepresentation } from 'shell/records';
import type { ObjectInfoRepresentation } from 'shell/uiApiTypes';

interface DuplicateLink {
  readonly key: string;
  readonly url: string;
  readonly label: string;
}

/** More would hide the form. */
const MAX_DUPLICATES = 10;
const SAVE_AGAIN = 'Save again to keep it all the same.';

/**
 * What stands against the save of a form on a record: errors of the whole, of its fields, and records that are like it.
 * @see https://help.salesforce.com/s/articleView?id=sales.duplicate_prevention_map_of_reference.htm
 */
export default class FormErrors extends LightningElement {
  @api objectInfo: ObjectInfoRepresentation | undefined;
  /** Names of the fields that the form shows with their own errors; those of others are told here. */
  @api shownFields: readonly string[] = [];
  links: readonly DuplicateLink[] = [];
  private given: RecordFormErrors = NO_ERRORS;

  @api get errors(): RecordFormErrors {
    return this.given;
  }
  set errors(errors: RecordFormErrors) {
    const isSame = this.given.duplicates === errors.duplicates;
    this.given = errors;
    if (!isSame) void this.readNames(errors.duplicates);
  }

  get duplicates(): DuplicateWarning | undefined {
    return this.errors.duplicates;
  }

  get texts(): readonly string[] {
    const hidden = Object.entries(this.errors.fields).filter(([name]) => !this.shownFields.includes(name));
    const ofForm = this.duplicates ? [] : this.errors.form;
    return [...ofForm, ...hidden.map(([name, text]) => `${this.labelOf(name)}: ${text}`)];
  }

  get fieldText(): string {
    const names = Object.keys(this.errors.fields).filter((name) => this.shownFields.includes(name));
    return names.map((name) => this.labelOf(name)).join(', ');
  }

  get hasErrors(): boolean {
    return this.texts.length > 0 || this.fieldText !== '';
  }

  /** The rule's own words, and what can be done. */
  get duplicateTexts(): readonly string[] {
    return [...this.errors.form, ...(this.duplicates?.allowSave ? [SAVE_AGAIN] : [])];
  }

  private labelOf(name: string): string {
    return this.objectInfo?.fields[name]?.label ?? name;
  }

  /** Records are named by their object until their names are there. */
  private async readNames(duplicates: DuplicateWarning | undefined): Promise<void> {
    const found = (duplicates?.matches ?? [])
      .flatMap(({ objectApiName, objectLabel, recordIds }) =>
        recordIds.map((id) => ({ id, objectApiName, objectLabel })),
      )
      .slice(0, MAX_DUPLICATES);
    const links = found.map(({ id, objectLabel }) => ({
      key: id,
      url: `/lightning/r/${id}/view`,
      label: objectLabel,
    }));
    this.links = links;
    const names = await Promise.all(found.map(({ id, objectApiName }) => nameOf(id, objectApiName)));
    if (this.links !== links) return;
    this.links = links.map((link, index) => ({ ...link, label: names[index] || link.label }));
  }
}

async function nameOf(recordId: string, objectApiName: string): Promise<string> {
  try {
    const query = queryString({ optionalFields: `${objectApiName}.Name` });
    return textAt(await request<RecordRepresentation>(`${UI_API}/records/${recordId}${query}`), 'Name');
  } catch {
    // The link leads to the page that says why the record cannot be seen.
    return '';
  }
}
