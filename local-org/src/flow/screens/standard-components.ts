import type { FlowDataType } from '../definition/data-type';
import type { ComponentAttribute } from '../definition/type-scope';

/** Attributes of a component by name, with their types; `[]` marks a collection. */
type AttributeTable = Readonly<Record<string, FlowDataType | `${FlowDataType}[]`>>;

const LABELLED: AttributeTable = {
  label: 'String',
  required: 'Boolean',
  disabled: 'Boolean',
  readonly: 'Boolean',
};
const TEXT_INPUT: AttributeTable = { ...LABELLED, placeholder: 'String', value: 'String' };

/**
 * The screen components that come with the platform, and what a flow may give them or read from them.
 * UNVERIFIED: the full lists of attributes; the documentation names them by their labels.
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_screencmp.htm
 */
const STANDARD_COMPONENTS: Readonly<Record<string, AttributeTable>> = {
  'flowruntime:address': {
    ...LABELLED,
    addressLabel: 'String',
    city: 'String',
    cityLabel: 'String',
    country: 'String',
    countryLabel: 'String',
    postalCode: 'String',
    postalCodeLabel: 'String',
    province: 'String',
    provinceLabel: 'String',
    street: 'String',
    streetLabel: 'String',
  },
  'flowruntime:email': TEXT_INPUT,
  'flowruntime:lookup': {
    ...LABELLED,
    fieldApiName: 'String',
    maxValues: 'Number',
    objectApiName: 'String',
    recordId: 'String',
    recordIds: 'String[]',
    recordName: 'String',
  },
  'flowruntime:name': {
    ...LABELLED,
    displayType: 'String',
    fieldsToDisplay: 'String[]',
    firstName: 'String',
    informalName: 'String',
    lastName: 'String',
    middleName: 'String',
    salutation: 'String',
    suffix: 'String',
  },
  'flowruntime:phone': { ...TEXT_INPUT, pattern: 'String' },
  'flowruntime:slider': {
    label: 'String',
    max: 'Number',
    min: 'Number',
    size: 'String',
    step: 'Number',
    type: 'String',
    value: 'Number',
  },
  'flowruntime:toggle': {
    ...LABELLED,
    messageToggleActive: 'String',
    messageToggleInactive: 'String',
    value: 'Boolean',
  },
  'flowruntime:url': { ...TEXT_INPUT, pattern: 'String' },
  'forceContent:fileUpload': {
    accept: 'String',
    contentDocIds: 'String[]',
    disabled: 'Boolean',
    label: 'String',
    multiple: 'Boolean',
    recordId: 'String',
    uploadedFileNames: 'String[]',
  },
};

const byName: ReadonlyMap<string, readonly ComponentAttribute[]> = new Map(
  Object.entries(STANDARD_COMPONENTS).map(([name, table]) => [name.toLowerCase(), attributesOf(table)]),
);

/** The attributes of a standard screen component by its name, `flowruntime:address`; undefined for any other. */
export function standardComponent(name: string): readonly ComponentAttribute[] | undefined {
  return byName.get(name.toLowerCase());
}

function attributesOf(table: AttributeTable): ComponentAttribute[] {
  return Object.entries(table).map(([name, type]) => {
    const isCollection = type.endsWith('[]');
    return { name, dataType: type.replace('[]', '') as FlowDataType, isCollection };
  });
}
