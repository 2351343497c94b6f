/** What a profile allows on every standard business object, by the letters of Create, Read, Edit, Delete. */
type Crud = 'CRED' | 'CRE' | 'R';

export interface ShippedProfile {
  readonly name: string;
  readonly userPermissions: readonly string[];
  readonly standardObjects: Crud;
  readonly description: string;
}

/** What everyone with a full licence may do beyond records, as a Standard User profile that was retrieved lists it. */
const USER_PERMISSIONS = [
  'ApiEnabled',
  'ConvertLeads',
  'CreateCustomizeFilters',
  'CreateCustomizeReports',
  'CreateTopics',
  'EditEvent',
  'EditTask',
  'EditTopics',
  'EmailMass',
  'EmailSingle',
  'EnableNotifications',
  'ExportReport',
  'ImportPersonal',
  'LightningConsoleAllowedForUser',
  'LightningExperienceUser',
  'ListEmailSend',
  'MassInlineEdit',
  'RunReports',
  'SelectFilesFromSalesforce',
  'SubmitMacrosAllowed',
  'SubscribeToLightningReports',
  'TransactionalEmailSend',
  'UseWebLink',
  'ViewHelpLink',
  'ViewRoles',
  'ViewSetup',
];

/**
 * The standard profiles of a new org, as far as the local org tells them apart.
 * UNVERIFIED: the permission lists hold what has an effect here, not every permission a shipped profile has.
 * @see https://help.salesforce.com/s/articleView?id=sf.standard_profiles.htm
 */
export const SHIPPED_PROFILES: readonly ShippedProfile[] = [
  {
    name: 'System Administrator',
    description: 'Full access to all functionality and records',
    standardObjects: 'CRED',
    userPermissions: [
      ...USER_PERMISSIONS,
      'AuthorApex',
      'BulkApiHardDelete',
      'CreateAuditFields',
      'CustomizeApplication',
      'EditPublicFilters',
      'EditPublicReports',
      'ManageCustomPermissions',
      'ManageInternalUsers',
      'ManageUsers',
      'ModifyAllData',
      'ModifyMetadata',
      'ViewAllData',
    ],
  },
  {
    name: 'Standard User',
    description: 'Can create and edit most major types of records',
    standardObjects: 'CRED',
    userPermissions: USER_PERMISSIONS,
  },
  {
    name: 'Read Only',
    description: 'Can view most records, but not create or edit them',
    standardObjects: 'R',
    userPermissions: ['ApiEnabled', 'RunReports', 'ViewSetup'],
  },
  {
    name: 'Minimum Access - Salesforce',
    description: 'Least access; everything else comes from permission sets',
    standardObjects: 'R',
    userPermissions: ['ApiEnabled'],
  },
];

/** Standard objects on which profiles as shipped give access. Minimum access gets none of them. */
export const PROFILE_OBJECTS: readonly string[] = [
  'Account',
  'Asset',
  'Campaign',
  'Case',
  'Contact',
  'Contract',
  'Document',
  'Lead',
  'Opportunity',
  'Order',
  'Pricebook2',
  'Product2',
];

/** The profile that grants nothing on objects. */
export const MINIMUM_ACCESS_PROFILE = 'Minimum Access - Salesforce';
