import type { ElementReferenceRow } from './element-references';

const PERMISSION_SET: readonly ElementReferenceRow[] = [
  { path: ['objectPermissions', 'object'], type: 'CustomObject' },
  { path: ['fieldPermissions', 'field'], type: 'CustomField' },
  { path: ['classAccesses', 'apexClass'], type: 'ApexClass' },
  { path: ['pageAccesses', 'apexPage'], type: 'ApexPage' },
  { path: ['flowAccesses', 'flow'], type: 'Flow' },
  { path: ['customPermissions', 'name'], type: 'CustomPermission', field: 'customPermission' },
  { path: ['applicationVisibilities', 'application'], type: 'CustomApplication' },
  { path: ['recordTypeVisibilities', 'recordType'], type: 'RecordType' },
  { path: ['customMetadataTypeAccesses', 'name'], type: 'CustomObject' },
  { path: ['customSettingAccesses', 'name'], type: 'CustomObject' },
];

const SHARED_WITH = ['sharedTo', 'sharedFrom'].flatMap((element): ElementReferenceRow[] => [
  { path: [element, 'group'], type: 'Group' },
  { path: [element, 'queue'], type: 'Queue' },
  { path: [element, 'role'], type: 'Role' },
  { path: [element, 'roleAndSubordinates'], type: 'Role' },
  { path: [element, 'roleAndSubordinatesInternal'], type: 'Role' },
]);

const EXTERNAL_CLIENT_APP: readonly ElementReferenceRow[] = [
  { path: ['externalClientApplication'], type: 'ExternalClientApplication' },
  { path: ['certificate'], type: 'Certificate', except: /-----BEGIN|\s/ },
];

/**
 * Elements that name other components, by type.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_types_list.htm
 */
export const REFERENCE_TABLES: Readonly<Record<string, readonly ElementReferenceRow[]>> = {
  PermissionSet: [...PERMISSION_SET, { path: ['tabSettings', 'tab'], type: 'CustomTab' }],
  MutingPermissionSet: [...PERMISSION_SET, { path: ['tabSettings', 'tab'], type: 'CustomTab' }],
  Profile: [
    ...PERMISSION_SET,
    { path: ['tabVisibilities', 'tab'], type: 'CustomTab' },
    { path: ['layoutAssignments', 'layout'], type: 'Layout' },
    { path: ['layoutAssignments', 'recordType'], type: 'RecordType' },
  ],
  PermissionSetGroup: [
    { path: ['permissionSets'], type: 'PermissionSet' },
    { path: ['mutingPermissionSets'], type: 'MutingPermissionSet' },
  ],
  CustomPermission: [{ path: ['requiredPermission', 'customPermission'], type: 'CustomPermission' }],
  Role: [{ path: ['parentRole'], type: 'Role' }],
  Queue: [
    { path: ['queueSobject', 'sobjectType'], type: 'CustomObject' },
    { path: ['queueMembers', 'publicGroups', 'publicGroup'], type: 'Group' },
    { path: ['queueMembers', 'roles', 'role'], type: 'Role' },
    { path: ['queueMembers', 'roleAndSubordinates', 'roleAndSubordinate'], type: 'Role' },
  ],
  SharingOwnerRule: SHARED_WITH,
  SharingCriteriaRule: [
    ...SHARED_WITH,
    { path: ['criteriaItems', 'field'], type: 'CustomField', within: 'parent' },
  ],
  ListView: [...SHARED_WITH, { path: ['queue'], type: 'Queue' }],
  CustomApplication: [
    { path: ['tabs'], type: 'CustomTab', field: 'tab' },
    { path: ['utilityBar'], type: 'FlexiPage' },
    { path: ['profileActionOverrides', 'recordType'], type: 'RecordType' },
  ],
  CustomTab: [
    { path: ['flexiPage'], type: 'FlexiPage' },
    { path: ['page'], type: 'ApexPage' },
    { path: ['lwcComponent'], type: 'LightningComponentBundle' },
    { path: ['auraComponent'], type: 'AuraDefinitionBundle' },
  ],
  RecordType: [
    { path: ['businessProcess'], type: 'BusinessProcess', within: 'parent' },
    { path: ['compactLayoutAssignment'], type: 'CompactLayout', within: 'parent', except: /^SYSTEM$/ },
    { path: ['picklistValues', 'picklist'], type: 'CustomField', within: 'parent' },
  ],
  ValidationRule: [{ path: ['errorDisplayField'], type: 'CustomField', within: 'parent' }],
  FieldSet: [
    { path: ['availableFields', 'field'], type: 'CustomField', within: 'parent' },
    { path: ['displayedFields', 'field'], type: 'CustomField', within: 'parent' },
  ],
  CompactLayout: [{ path: ['fields'], type: 'CustomField', field: 'field', within: 'parent' }],
  ExtlClntAppConfigurablePolicies: EXTERNAL_CLIENT_APP,
  ExtlClntAppGlobalOauthSettings: EXTERNAL_CLIENT_APP,
  ExtlClntAppOauthConfigurablePolicies: EXTERNAL_CLIENT_APP,
  ExtlClntAppOauthSecuritySettings: EXTERNAL_CLIENT_APP,
  ExtlClntAppOauthSettings: EXTERNAL_CLIENT_APP,
  FlexiPage: [{ path: ['sobjectType'], type: 'CustomObject' }],
  LightningComponentBundle: [
    { path: ['targetConfigs', 'targetConfig', 'objects', 'object'], type: 'CustomObject' },
  ],
  PathAssistant: [{ path: ['entityName'], type: 'CustomObject' }],
  QuickAction: [{ path: ['targetObject'], type: 'CustomObject' }],
  ReportType: [{ path: ['baseObject'], type: 'CustomObject' }],
  Report: [{ path: ['reportType'], type: 'ReportType', suffix: '__c', except: /^(?!.*__c$)|\$/ }],
};
