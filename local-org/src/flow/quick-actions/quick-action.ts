import {
  numberOf,
  objectOf,
  objectsOf,
  textOf,
  type Component,
  type ComponentStore,
  type MetadataObject,
} from '../../metadata';

/** A predefined value of a quick action: a text, or a formula over the record that the action starts from. */
export interface FieldOverride {
  readonly field: string;
  readonly literalValue: string | null;
  readonly formula: string | null;
}

/** A field of a quick action's layout. */
export interface QuickActionLayoutItem {
  readonly field: string;
  /** `Edit`, `Required`, `Readonly`. */
  readonly uiBehavior: string;
}

/** A quick action as it is deployed. */
export interface QuickAction {
  /** `Account.New_Contact`; a global one has no object: `Log_A_Call`. */
  readonly fullName: string;
  /** Without the object. */
  readonly name: string;
  /** The object on whose records it stands; null for a global one. */
  readonly objectName: string | null;
  readonly label: string;
  /** `Create`, `Update`, `LogACall`, `SendEmail`, `Flow`, ... */
  readonly type: string;
  /** The object that it creates or updates; null for other types. */
  readonly targetObject: string | null;
  readonly targetParentField: string | null;
  /** With its object: `Opportunity.Partner`. */
  readonly targetRecordType: string | null;
  readonly successMessage: string | null;
  readonly flowDefinition: string | null;
  readonly overrides: readonly FieldOverride[];
  /** Columns of fields. */
  readonly layout: readonly (readonly QuickActionLayoutItem[])[];
  readonly height: number | null;
  readonly width: number | null;
}

/** Objects that types of quick actions write whatever else they say. */
const TARGETS: Readonly<Record<string, string>> = { LogACall: 'Task', SendEmail: 'EmailMessage' };

/** The quick action of a full name in any case. */
export function findQuickAction(components: ComponentStore, fullName: string): QuickAction | undefined {
  const component = components.find('QuickAction', fullName);
  return component && readQuickAction(component);
}

/** All quick actions, in the order they were first deployed. */
export function quickActionsOf(components: ComponentStore): QuickAction[] {
  return components.all('QuickAction').map(readQuickAction);
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_quickaction.htm */
function readQuickAction({ fullName, content }: Component): QuickAction {
  const point = fullName.indexOf('.');
  const objectName = point < 0 ? null : fullName.slice(0, point);
  const type = textOf(content, 'type') ?? '';
  const text = (element: string): string | null => textOf(content, element) ?? null;
  return {
    fullName,
    name: fullName.slice(point + 1),
    objectName,
    label: text('label') ?? text('standardLabel') ?? fullName,
    type,
    targetObject: TARGETS[type] ?? (type === 'Update' ? objectName : text('targetObject')),
    targetParentField: text('targetParentField'),
    targetRecordType: text('targetRecordType'),
    successMessage: text('successMessage'),
    flowDefinition: text('flowDefinition'),
    overrides: objectsOf(content, 'fieldOverrides').map(readOverride),
    layout: readLayout(content),
    height: numberOf(content, 'height') ?? null,
    width: numberOf(content, 'width') ?? null,
  };
}

function readOverride(content: MetadataObject): FieldOverride {
  return {
    field: textOf(content, 'field') ?? '',
    literalValue: textOf(content, 'literalValue') ?? null,
    formula: textOf(content, 'formula') ?? null,
  };
}

function readLayout(content: MetadataObject): QuickActionLayoutItem[][] {
  const layout = objectOf(content, 'quickActionLayout');
  const columns = layout ? objectsOf(layout, 'quickActionLayoutColumns') : [];
  return columns.map((column) =>
    objectsOf(column, 'quickActionLayoutItems').flatMap((item) => {
      const field = textOf(item, 'field');
      return field === undefined ? [] : [{ field, uiBehavior: textOf(item, 'uiBehavior') ?? 'Edit' }];
    }),
  );
}
