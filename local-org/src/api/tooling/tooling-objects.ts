import {
  makeField,
  NO_CAPABILITIES,
  systemFields,
  type FieldInput,
  type SObjectDefinition,
} from '../../schema';

/** Objects that the org's own schema has and Tooling API answers too. @see https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/reference_objects_list.htm */
export const SHARED_OBJECTS: ReadonlySet<string> = new Set([
  'ApexClass',
  'ApexComponent',
  'ApexLog',
  'ApexPage',
  'ApexTestResult',
  'ApexTrigger',
  'AsyncApexJob',
  'CustomNotificationType',
  'Document',
  'EmailTemplate',
  'EntityDefinition',
  'FieldDefinition',
  'Group',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'Profile',
  'RecordType',
  'StaticResource',
  'User',
  'UserRole',
]);

/** Objects of Tooling API that the local org refuses by name. */
export const UNSUPPORTED_OBJECTS: ReadonlySet<string> = new Set([
  'ApexComponentMember',
  'ApexExecutionOverlayAction',
  'ApexExecutionOverlayResult',
  'ApexPageMember',
  'AuraDefinition',
  'AuraDefinitionBundle',
  'DeployRequest',
  'HeapDump',
  'LightningComponentResource',
  'MetadataComponentDependency',
  'SymbolTable',
  'WorkflowRule',
]);

const TEXT_LENGTH = 255;

function text(name: string): FieldInput {
  return { name, label: name, type: 'string', length: TEXT_LENGTH };
}

const ENTITY_DEFINITION: FieldInput = {
  name: 'EntityDefinitionId',
  label: 'Entity Definition',
  type: 'reference',
  relationship: {
    kind: 'lookup',
    referenceTo: ['EntityDefinition'],
    relationshipName: 'EntityDefinition',
    childRelationshipName: null,
    onDelete: 'SetNull',
  },
};

/** A kind of metadata that Tooling API shows as records. */
export interface MetadataObject {
  readonly name: string;
  readonly keyPrefix: string;
  /** Field that holds the component's name, without its object: `DeveloperName`, `ValidationName`. */
  readonly nameField: string;
  readonly fields: readonly FieldInput[];
}

function metadataObject(
  name: string,
  keyPrefix: string,
  fields: readonly FieldInput[] = [],
  nameField = 'DeveloperName',
): MetadataObject {
  return { name, keyPrefix, nameField, fields };
}

/**
 * Metadata that is answered from the deployed components, by type.
 *
 * DEVIATION: only deployed components are listed, and of their fields those that name them; `FullName` and `Metadata`
 * are not there. `TableEnumOrId` is the object's API name for custom objects too.
 */
export const METADATA_OBJECTS: readonly MetadataObject[] = [
  metadataObject('CustomObject', '01I'),
  metadataObject('CustomField', '00N', [text('TableEnumOrId'), ENTITY_DEFINITION]),
  metadataObject(
    'ValidationRule',
    '03d',
    [
      ENTITY_DEFINITION,
      { name: 'Active', label: 'Active', type: 'boolean' },
      text('ErrorMessage'),
      text('ErrorDisplayField'),
    ],
    'ValidationName',
  ),
  metadataObject('FlowDefinition', '300'),
  metadataObject('Layout', '00h', [text('TableEnumOrId'), ENTITY_DEFINITION], 'Name'),
  metadataObject('FlexiPage', '0M0'),
  metadataObject('CustomTab', '01r'),
  metadataObject('CustomApplication', '02u'),
  metadataObject('LightningComponentBundle', '0Rb'),
];

/** The object's definition for a schema. */
export function definitionOf({ name, keyPrefix, nameField, fields }: MetadataObject): SObjectDefinition {
  const named = makeField({ ...text(nameField), nameField: true });
  return readOnlyDefinition(name, keyPrefix, [
    ...systemFields(name, ['Id', 'CreatedDate', 'LastModifiedDate']),
    named,
    makeField(text('NamespacePrefix')),
    makeField({ name: 'CreatedById', label: 'Created By ID', type: 'string', length: 18 }),
    makeField({ name: 'LastModifiedById', label: 'Last Modified By ID', type: 'string', length: 18 }),
    ...fields.map(makeField),
  ]);
}

/** What a component's object can be asked for through `EntityDefinition`. */
export const ENTITY_DEFINITION_OBJECT: SObjectDefinition = readOnlyDefinition('EntityDefinition', null, [
  ...systemFields('Entity Definition', ['Id']),
  makeField({ ...text('QualifiedApiName'), nameField: true }),
  ...['DeveloperName', 'Label', 'PluralLabel', 'KeyPrefix', 'DurableId'].map((name) => makeField(text(name))),
]);

/** An object whose records clients of the main API cannot change. */
export function readOnlyDefinition(
  name: string,
  keyPrefix: string | null,
  fields: SObjectDefinition['fields'],
): SObjectDefinition {
  return {
    name,
    label: name,
    labelPlural: name,
    keyPrefix,
    kind: 'setup',
    custom: false,
    capabilities: { ...NO_CAPABILITIES, queryable: true },
    sharingModel: 'Read',
    fields,
    recordTypes: [],
    validationRules: [],
  };
}
