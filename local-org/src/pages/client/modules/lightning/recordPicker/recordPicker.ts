import { LightningElement, api } from 'lwc';
import { API, request, UI_API } from 'shell/http';
import { objectIcon } from 'shell/objectIcons';
import { fieldName, objectName, type FieldReference, type ObjectReference } from 'shell/references';
import type { ObjectInfoRepresentation } from 'shell/uiApiTypes';
import type { LookupChoice } from '../../force/lookup/lookup';
import { combine } from './filter-logic';

/** A condition on a field: `{ fieldPath: 'StageName', operator: 'eq', value: 'New' }`. */
interface FilterCriterion {
  readonly fieldPath: FieldReference;
  readonly operator: string;
  readonly value: unknown;
}

interface MatchingField {
  readonly fieldPath: FieldReference;
  readonly mode?: 'contains' | 'startsWith';
}

interface QueryAnswer {
  readonly data: {
    readonly uiapi: {
      readonly query: Readonly<
        Record<string, { readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[] }>
      >;
    };
  } | null;
  readonly errors: readonly { readonly message: string }[];
}

const PAGE_SIZE = 20;
const DEFAULT_FIELD = 'Name';

/**
 * Chooses a record of an object.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-record-picker.html
 */
export default class RecordPicker extends LightningElement {
  @api label = '';
  @api variant: string | undefined;
  @api placeholder: string | undefined;
  @api objectApiName: ObjectReference | undefined;
  @api required = false;
  @api disabled = false;
  /** Which records may be chosen: `{ criteria: [...], filterLogic: '1 AND 2' }`. */
  @api filter: { readonly criteria: readonly FilterCriterion[]; readonly filterLogic?: string } | undefined;
  /** In which fields is searched. */
  @api matchingInfo:
    | { readonly primaryField: MatchingField; readonly additionalFields?: readonly MatchingField[] }
    | undefined;
  /** Which fields are shown. */
  @api displayInfo:
    | { readonly primaryField: FieldReference; readonly additionalFields?: readonly FieldReference[] }
    | undefined;
  errorText: string | undefined;
  displayName: string | undefined;
  private chosen: string | null = null;

  @api get value(): string | null {
    return this.chosen;
  }
  set value(id: string | null | undefined) {
    this.chosen = id ?? null;
    if (id) void this.readName(id);
  }

  @api clearSelection(): void {
    this.chosen = null;
    this.displayName = undefined;
  }

  @api reportValidity(): boolean {
    const isValid = !this.required || this.chosen !== null;
    this.errorText = isValid ? undefined : 'Complete this field.';
    return isValid;
  }

  get search(): (term: string) => Promise<readonly LookupChoice[]> {
    return (term) => this.find(this.matching(term));
  }

  handleChange(event: CustomEvent<{ readonly value: string | null; readonly label?: string }>): void {
    event.stopPropagation();
    this.chosen = event.detail.value;
    this.displayName = event.detail.label;
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId: this.chosen } }));
  }

  private async readName(id: string): Promise<void> {
    const [choice] = await this.find([condition({ fieldPath: 'Id', operator: 'eq', value: id })]);
    if (this.chosen === id) this.displayName = choice?.label;
  }

  private matching(term: string): string[] {
    const { primaryField = { fieldPath: DEFAULT_FIELD }, additionalFields = [] } = this.matchingInfo ?? {};
    const fits = [primaryField, ...additionalFields].map(({ fieldPath, mode = 'contains' }) =>
      condition({ fieldPath, operator: 'like', value: `${mode === 'contains' ? '%' : ''}${term}%` }),
    );
    return [...this.filterConditions(), ...(term === '' ? [] : [`{ or: [${fits.join(', ')}] }`])];
  }

  private filterConditions(): string[] {
    const { criteria = [], filterLogic } = this.filter ?? {};
    const conditions = criteria.map(condition);
    return filterLogic === undefined ? conditions : [combine(conditions, filterLogic)];
  }

  private async find(conditions: readonly string[]): Promise<readonly LookupChoice[]> {
    const object = objectName(this.objectApiName);
    const primary = plainName(this.displayInfo?.primaryField ?? DEFAULT_FIELD);
    const additional = (this.displayInfo?.additionalFields ?? []).map(plainName);
    const where = conditions.length > 0 ? `where: { and: [${conditions.join(', ')}] }, ` : '';
    const fields = [...new Set([primary, ...additional])].map(selection).join(' ');
    const query = `query { uiapi { query { ${object}(${where}first: ${PAGE_SIZE}) { edges { node { Id ${fields} } } } } } }`;
    const [{ data, errors }, objectInfo] = await Promise.all([
      request<QueryAnswer>(`${API}/graphql`, { method: 'POST', body: { query } }),
      request<ObjectInfoRepresentation>(`${UI_API}/object-info/${object}`),
    ]);
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
    return (data?.uiapi.query[object]?.edges ?? []).map(({ node }) => ({
      id: String(node['Id']),
      label: textAt(node, primary),
      detail: additional.map((name) => textAt(node, name)).join(' • ') || undefined,
      icon: objectIcon(objectInfo),
    }));
  }
}

function plainName(field: FieldReference): string {
  const name = fieldName(field);
  return typeof field === 'string' ? name : name.slice(name.indexOf('.') + 1);
}

/** `Owner.Name` as a nested selection. */
function selection(path: string): string {
  const [first = '', ...rest] = path.split('.');
  return rest.length > 0 ? `${first} { ${selection(rest.join('.'))} }` : `${first} { value displayValue }`;
}

/** `Owner.Name` as a nested condition. */
function condition({ fieldPath, operator, value }: FilterCriterion): string {
  const path = plainName(fieldPath).split('.');
  return path.reduceRight(
    (inner, name) => `{ ${name}: ${inner} }`,
    `{ ${operator}: ${JSON.stringify(value)} }`,
  );
}

function textAt(node: Readonly<Record<string, unknown>>, path: string): string {
  const found = path
    .split('.')
    .reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | null)?.[name], node);
  const { value, displayValue } = (found ?? {}) as { value?: unknown; displayValue?: unknown };
  return String(displayValue ?? value ?? '');
}
