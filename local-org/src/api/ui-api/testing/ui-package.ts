/** XML of a package's file: `metadataXml('Layout', '<layoutSections>...')`. */
function metadataXml(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>`;
}

const picklistField = (name: string, values: readonly string[], controller = ''): string =>
  `<fields><fullName>${name}</fullName><label>${name.replace('__c', '')}</label><type>Picklist</type><valueSet>${controller}` +
  `<restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${values
    .map(
      (value) =>
        `<value><fullName>${value}</fullName><default>false</default><label>${value} label</label></value>`,
    )
    .join('')}</valueSetDefinition>${
    controller === ''
      ? ''
      : '<valueSettings><controllingFieldValue>Europe</controllingFieldValue><valueName>Paris</valueName></valueSettings>' +
        '<valueSettings><controllingFieldValue>Asia</controllingFieldValue><controllingFieldValue>Europe</controllingFieldValue><valueName>Istanbul</valueName></valueSettings>'
  }</valueSet></fields>`;

const SITE_OBJECT = metadataXml(
  'CustomObject',
  '<compactLayoutAssignment>Key_Fields</compactLayoutAssignment>' +
    '<compactLayouts><fullName>Key_Fields</fullName><fields>Name</fields><fields>Budget__c</fields><label>Key Fields</label></compactLayouts>' +
    '<deploymentStatus>Deployed</deploymentStatus><sharingModel>Private</sharingModel>' +
    picklistField('Region__c', ['Europe', 'Asia']) +
    picklistField('City__c', ['Paris', 'Istanbul'], '<controllingField>Region__c</controllingField>') +
    '<fields><fullName>Budget__c</fullName><label>Budget</label><type>Currency</type><precision>18</precision><scale>2</scale></fields>' +
    '<fields><fullName>Share__c</fullName><label>Share</label><type>Percent</type><precision>5</precision><scale>1</scale></fields>' +
    '<fields><fullName>Opens__c</fullName><label>Opens</label><type>Date</type></fields>' +
    '<fields><fullName>Secret__c</fullName><label>Secret</label><type>Text</type><length>20</length></fields>' +
    '<fields><fullName>Code__c</fullName><label>Code</label><type>Text</type><length>10</length><externalId>true</externalId><unique>true</unique></fields>' +
    '<fields><fullName>Twice__c</fullName><label>Twice</label><type>Currency</type><precision>18</precision><scale>2</scale><formula>Budget__c * 2</formula></fields>' +
    '<fields><fullName>Account__c</fullName><label>Account</label><type>Lookup</type><referenceTo>Account</referenceTo><relationshipLabel>Sites</relationshipLabel><relationshipName>Sites</relationshipName></fields>' +
    '<fields><fullName>Contact__c</fullName><label>Contact</label><type>Lookup</type><referenceTo>Contact</referenceTo><relationshipName>Sites</relationshipName>' +
    '<lookupFilter><active>true</active><isOptional>false</isOptional><filterItems><field>Contact.AccountId</field><operation>equals</operation><valueField>$Source.Account__c</valueField></filterItems></lookupFilter></fields>' +
    '<label>Site</label><nameField><label>Site Name</label><type>Text</type></nameField><pluralLabel>Sites</pluralLabel>' +
    '<recordTypes><fullName>Depot</fullName><active>true</active><label>Depot</label><picklistValues><picklist>Region__c</picklist><values><fullName>Asia</fullName><default>true</default></values></picklistValues></recordTypes>' +
    '<recordTypes><fullName>Shop</fullName><active>true</active><label>Shop</label><picklistValues><picklist>Region__c</picklist><values><fullName>Asia</fullName><default>false</default></values><values><fullName>Europe</fullName><default>false</default></values></picklistValues></recordTypes>' +
    '<listViews><fullName>Big</fullName><columns>NAME</columns><columns>Budget__c</columns><columns>Account__c</columns><columns>OWNER.ALIAS</columns><filterScope>Everything</filterScope><filters><field>Budget__c</field><operation>greaterOrEqual</operation><value>100</value></filters><label>Big sites</label><sharedTo><allInternalUsers/></sharedTo></listViews>' +
    '<listViews><fullName>Mine</fullName><columns>NAME</columns><filterScope>Mine</filterScope><label>My sites</label><sharedTo><allInternalUsers/></sharedTo></listViews>' +
    '<listViews><fullName>Doubled</fullName><columns>NAME</columns><filterScope>Everything</filterScope><filters><field>Twice__c</field><operation>greaterThan</operation><value>200</value></filters><filters><field>NAME</field><operation>notEqual</operation><value>Alpha</value></filters><label>Doubled</label></listViews>' +
    '<listViews><fullName>Team</fullName><columns>NAME</columns><columns>Opens__c</columns><filterScope>Everything</filterScope><booleanFilter>1 OR (2 AND 3)</booleanFilter>' +
    '<filters><field>Region__c</field><operation>equals</operation><value>Asia,Europe</value></filters><filters><field>Account__c</field><operation>startsWith</operation><value>Ac</value></filters><filters><field>CREATED_DATE</field><operation>equals</operation><value>TODAY</value></filters>' +
    '<label>Team sites</label><sharedTo><group>Site_Team</group></sharedTo></listViews>' +
    '<validationRules><fullName>Positive</fullName><active>true</active><errorConditionFormula>Budget__c &lt; 0</errorConditionFormula><errorDisplayField>Budget__c</errorDisplayField><errorMessage>The budget must not be negative.</errorMessage></validationRules>' +
    '<validationRules><fullName>Not_Closed</fullName><active>true</active><errorConditionFormula>Name = "closed"</errorConditionFormula><errorMessage>Closed sites stay as they are.</errorMessage></validationRules>',
);

const layoutItem = (field: string, behavior = 'Edit'): string =>
  `<layoutItems><behavior>${behavior}</behavior><field>${field}</field></layoutItems>`;

const siteLayout = (heading: string): string =>
  metadataXml(
    'Layout',
    `<excludeButtons>Delete</excludeButtons><layoutSections><detailHeading>true</detailHeading><editHeading>false</editHeading><label>${heading}</label>` +
      `<layoutColumns>${layoutItem('Name', 'Required')}${layoutItem('Account__c')}${layoutItem('Secret__c')}${layoutItem('Twice__c', 'Readonly')}</layoutColumns>` +
      `<layoutColumns>${layoutItem('OwnerId', 'Readonly')}<layoutItems><emptySpace>true</emptySpace></layoutItems>${layoutItem('Budget__c')}</layoutColumns><style>TwoColumnsTopToBottom</style></layoutSections>` +
      `<layoutSections><detailHeading>true</detailHeading><editHeading>true</editHeading><label>System</label><layoutColumns>${layoutItem('CreatedById', 'Readonly')}</layoutColumns><style>OneColumn</style></layoutSections>` +
      '<platformActionList><actionListContext>Record</actionListContext><platformActionListItems><actionName>Site__c.Set_Budget</actionName><actionType>QuickAction</actionType><sortOrder>0</sortOrder></platformActionListItems>' +
      '<platformActionListItems><actionName>Edit</actionName><actionType>StandardButton</actionType><sortOrder>1</sortOrder></platformActionListItems></platformActionList>',
  );

const ACCOUNT_LAYOUT = metadataXml(
  'Layout',
  `<layoutSections><label>Main</label><layoutColumns>${layoutItem('Name', 'Required')}${layoutItem('BillingAddress')}</layoutColumns><style>OneColumn</style></layoutSections>` +
    '<relatedLists><fields>FULL_NAME</fields><fields>CONTACT.EMAIL</fields><relatedList>RelatedContactList</relatedList></relatedLists>' +
    '<relatedLists><fields>NAME</fields><fields>Budget__c</fields><relatedList>Site__c.Account__c</relatedList><sortField>Budget__c</sortField><sortOrder>Desc</sortOrder></relatedLists>',
);

const fieldPermission = (field: string): string =>
  `<fieldPermissions><editable>true</editable><field>Site__c.${field}</field><readable>true</readable></fieldPermissions>`;

/** A permission set that opens sites, with those of its fields. */
const permissionSet = (label: string, fields: readonly string[]): string =>
  metadataXml(
    'PermissionSet',
    `${fields.map(fieldPermission).join('')}<fieldPermissions><editable>false</editable><field>Site__c.Twice__c</field><readable>true</readable></fieldPermissions><label>${label}</label>` +
      '<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Site__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>' +
      '<recordTypeVisibilities><recordType>Site__c.Depot</recordType><visible>true</visible></recordTypeVisibilities><recordTypeVisibilities><recordType>Site__c.Shop</recordType><visible>true</visible></recordTypeVisibilities>',
  );

const OPEN_FIELDS = [
  'Region__c',
  'City__c',
  'Budget__c',
  'Share__c',
  'Opens__c',
  'Code__c',
  'Account__c',
  'Contact__c',
];

const SET_BUDGET = metadataXml(
  'QuickAction',
  '<fieldOverrides><field>Budget__c</field><literalValue>250</literalValue></fieldOverrides><label>Set Budget</label><optionsCreateFeedItem>false</optionsCreateFeedItem>' +
    '<quickActionLayout><layoutSectionStyle>OneColumn</layoutSectionStyle><quickActionLayoutColumns><quickActionLayoutItems><emptySpace>false</emptySpace><field>Budget__c</field><uiBehavior>Edit</uiBehavior></quickActionLayoutItems></quickActionLayoutColumns></quickActionLayout>' +
    '<successMessage>Budget set.</successMessage><type>Update</type>',
);

const MANIFEST = metadataXml(
  'Package',
  [
    ['CustomObject', ['Site__c']],
    ['Group', ['Site_Team']],
    ['Layout', ['Site__c-Site Layout', 'Site__c-Depot Layout', 'Account-Account Layout']],
    ['PermissionSet', ['All_Sites', 'Some_Fields']],
    ['QuickAction', ['Site__c.Set_Budget']],
    ['CustomTab', ['Site__c']],
    ['CustomApplication', ['Sites']],
    ['Profile', ['Admin']],
    ['MatchingRule', ['Site__c.Same_Secret']],
    ['DuplicateRule', ['Site__c.Warn']],
  ]
    .map(
      ([type, names]) =>
        `<types>${(names as string[]).map((name) => `<members>${name}</members>`).join('')}<name>${String(type)}</name></types>`,
    )
    .join('') + '<version>67.0</version>',
);

/**
 * A package for tests of the User Interface API: the object Site__c with record types, dependent picklists, lookups,
 * validation and duplicate rules, layouts, list views, a quick action, tab and app; `All_Sites` opens all its fields, `Some_Fields`
 * all but Secret__c.
 */
export const UI_PACKAGE: Readonly<Record<string, string>> = {
  'package.xml': MANIFEST,
  'objects/Site__c.object': SITE_OBJECT,
  'layouts/Site__c-Site Layout.layout': siteLayout('Main'),
  'layouts/Site__c-Depot Layout.layout': siteLayout('Depot'),
  'layouts/Account-Account Layout.layout': ACCOUNT_LAYOUT,
  'permissionsets/All_Sites.permissionset': permissionSet('All Sites', [...OPEN_FIELDS, 'Secret__c']),
  'permissionsets/Some_Fields.permissionset': permissionSet('Some Fields', OPEN_FIELDS),
  'quickActions/Site__c.Set_Budget.quickAction': SET_BUDGET,
  'groups/Site_Team.group': metadataXml(
    'Group',
    '<doesIncludeBosses>false</doesIncludeBosses><name>Site Team</name>',
  ),
  'tabs/Site__c.tab': metadataXml(
    'CustomTab',
    '<customObject>true</customObject><motif>Custom67: Gears</motif>',
  ),
  'applications/Sites.app': metadataXml(
    'CustomApplication',
    '<formFactors>Large</formFactors><label>Site Book</label><navType>Standard</navType><tabs>standard-home</tabs><tabs>standard-Account</tabs><tabs>Site__c</tabs><uiType>Lightning</uiType>',
  ),
  'matchingRules/Site__c.matchingRule': metadataXml(
    'MatchingRules',
    `<matchingRules><fullName>Same_Secret</fullName><label>Same Secret</label>${['Name', 'Secret__c']
      .map(
        (field) =>
          `<matchingRuleItems><blankValueBehavior>NullNotAllowed</blankValueBehavior><fieldName>${field}</fieldName><matchingMethod>Exact</matchingMethod></matchingRuleItems>`,
      )
      .join('')}<ruleStatus>Active</ruleStatus></matchingRules>`,
  ),
  'duplicateRules/Site__c.Warn.duplicateRule': metadataXml(
    'DuplicateRule',
    '<actionOnInsert>Allow</actionOnInsert><actionOnUpdate>Allow</actionOnUpdate><alertText>There is one already.</alertText>' +
      '<duplicateRuleMatchRules><matchRuleSObjectType>Site__c</matchRuleSObjectType><matchingRule>Same_Secret</matchingRule><objectMapping xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/></duplicateRuleMatchRules>' +
      '<isActive>true</isActive><masterLabel>Warn</masterLabel><operationsOnInsert>Alert</operationsOnInsert><operationsOnInsert>Report</operationsOnInsert>' +
      '<securityOption>EnforceSharingRules</securityOption><sortOrder>1</sortOrder>',
  ),
  'profiles/Admin.profile': metadataXml(
    'Profile',
    '<custom>false</custom><layoutAssignments><layout>Site__c-Site Layout</layout></layoutAssignments><layoutAssignments><layout>Site__c-Depot Layout</layout><recordType>Site__c.Depot</recordType></layoutAssignments><userLicense>Salesforce</userLicense>',
  ),
};
