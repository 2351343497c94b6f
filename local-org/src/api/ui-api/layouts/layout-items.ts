import type { LayoutItemDefinition, LayoutItemKind } from '../../../metadata';
import type { DescribeFieldResult, SObjectType } from '../../../schema';
import { layoutLabel } from './layout-label';
import type { LayoutComponentRepresentation, LayoutItemRepresentation } from './layout-representation';

/** Parts of a compound field in the order in which forms have them; further parts are not shown. */
const ADDRESS_PARTS = ['Street', 'City', 'State', 'PostalCode', 'Country'] as const;
const PERSON_NAME_PARTS = ['Salutation', 'FirstName', 'LastName'] as const;
/** Read together with who made or changed a record. */
const DATES_OF_USERS: Readonly<Record<string, string>> = {
  CreatedById: 'CreatedDate',
  LastModifiedById: 'LastModifiedDate',
};

const COMPONENT_TYPES: Readonly<Record<Exclude<LayoutItemKind, 'field'>, string>> = {
  emptySpace: 'EmptySpace',
  customLink: 'CustomLink',
  visualforcePage: 'VisualforcePage',
  reportChart: 'ReportChart',
  canvas: 'Canvas',
  component: 'EmptySpace',
};

/** The object of a layout and those of its fields that the user may read. */
export interface LayoutSubject {
  readonly type: SObjectType;
  readonly fields: ReadonlyMap<string, DescribeFieldResult>;
}

/** What a layout shows at one place; undefined for a field that the user may not read. */
export function layoutItem(
  subject: LayoutSubject,
  { kind, name, behavior }: LayoutItemDefinition,
): LayoutItemRepresentation | undefined {
  if (kind !== 'field') return otherItem(COMPONENT_TYPES[kind], name);
  const field = subject.fields.get(subject.type.field(name ?? '')?.name ?? '');
  if (!field) return undefined;
  const components = componentsOf(subject, field);
  const shown = components.flatMap(({ apiName }) => subject.fields.get(apiName ?? '') ?? []);
  const editable = behavior !== 'Readonly';
  return {
    editableForNew: editable && shown.some(({ createable }) => createable),
    editableForUpdate: editable && shown.some(({ updateable }) => updateable),
    label: layoutLabel(subject.type, field),
    layoutComponents: components,
    lookupIdApiName: field.type === 'reference' ? field.name : field.nameField ? 'Id' : null,
    required: editable && (behavior === 'Required' || shown.some(isRequired)),
    sortable: false,
    uiBehavior: behavior,
  };
}

/** An empty place, or one of something that is no field. */
export function otherItem(componentType: string, apiName: string | null): LayoutItemRepresentation {
  return {
    editableForNew: false,
    editableForUpdate: false,
    label: '',
    layoutComponents: [{ apiName, componentType }],
    lookupIdApiName: null,
    required: false,
    sortable: false,
    uiBehavior: null,
  };
}

/** Place that keeps the columns of a row in line. */
export const EMPTY_SPACE = otherItem('EmptySpace', null);

function isRequired({ nillable, createable, defaultedOnCreate, type }: DescribeFieldResult): boolean {
  return !nillable && createable && !defaultedOnCreate && type !== 'boolean';
}

/** A compound field is shown by its parts, a user who changed the record with the time of it. */
function componentsOf(
  { type, fields }: LayoutSubject,
  field: DescribeFieldResult,
): LayoutComponentRepresentation[] {
  const component = ({ name, label }: DescribeFieldResult): LayoutComponentRepresentation => ({
    apiName: name,
    componentType: 'Field',
    label,
  });
  return partsOf(type, field).flatMap((name) => {
    const part = fields.get(name);
    return part ? [component(part)] : [];
  });
}

function partsOf(type: SObjectType, { name, type: kind, nameField }: DescribeFieldResult): readonly string[] {
  const date = DATES_OF_USERS[name];
  if (date !== undefined) return [name, date];
  if (kind === 'address') return ADDRESS_PARTS.map((part) => name.replace(/Address$/, part));
  if (kind === 'location') return [name, ...locationParts(type, name)];
  if (nameField && type.field('LastName')) return PERSON_NAME_PARTS;
  return [name];
}

function locationParts(type: SObjectType, name: string): string[] {
  return type.fields.filter(({ compoundFieldName }) => compoundFieldName === name).map((part) => part.name);
}
