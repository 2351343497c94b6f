import { Schema } from '../../schema';
import { planFiles } from '../fixture/test-package';
import { ComponentStore } from '../store/component-store';
import { certificates } from './certificates';
import { customMetadataRecords } from './custom-metadata-records';
import { oauthClients } from './external-client-apps';
import { groups, queues, roles } from './groups-and-roles';
import { customLabels, customPermissions, settings } from './labels-and-permissions';
import { permissionSetGroups, permissionSets } from './permission-sets';
import { sharingRules } from './sharing-rules';
import { compactLayouts } from './compact-layouts';
import { layouts } from './layouts';
import { listViews } from './list-views';
import { applications, fieldSets, tabs } from './user-interface';

const APP = '<externalClientApplication>Hub</externalClientApplication><label>Hub</label>';

const plan = planFiles(ComponentStore.EMPTY, {
  'permissionsets/Rep.permissionset':
    '<PermissionSet><customPermissions><enabled>true</enabled><name>Bypass</name></customPermissions>' +
    '<customPermissions><enabled>false</enabled><name>Other</name></customPermissions>' +
    '<fieldPermissions><editable>true</editable><field>Account.Phone</field></fieldPermissions><label>Sales rep</label>' +
    '<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead>' +
    '<modifyAllRecords>false</modifyAllRecords><object>Account</object><viewAllRecords>false</viewAllRecords></objectPermissions>' +
    '<tabSettings><tab>standard-Account</tab><visibility>Visible</visibility></tabSettings>' +
    '<tabSettings><tab>standard-Lead</tab><visibility>None</visibility></tabSettings>' +
    '<userPermissions><enabled>true</enabled><name>RunReports</name></userPermissions></PermissionSet>',
  'permissionsetgroups/Sales.permissionsetgroup':
    '<PermissionSetGroup><label>Sales</label><permissionSets>Rep</permissionSets></PermissionSetGroup>',
  'customPermissions/Bypass.customPermission':
    '<CustomPermission><isLicensed>false</isLicensed><label>Bypass</label></CustomPermission>',
  'customPermissions/Other.customPermission':
    '<CustomPermission><isLicensed>false</isLicensed><label>Other</label></CustomPermission>',
  'roles/CEO.role': '<Role><name>Chief</name></Role>',
  'roles/Rep.role': '<Role><name>Rep</name><parentRole>CEO</parentRole></Role>',
  'groups/All.group': '<Group><name>All reps</name></Group>',
  'queues/Inbox.queue':
    '<Queue><doesSendEmailToMembers>true</doesSendEmailToMembers><email>inbox@example.com</email><name>Inbox</name>' +
    '<queueMembers><roles><role>Rep</role></roles></queueMembers><queueSobject><sobjectType>Lead</sobjectType></queueSobject></Queue>',
  'sharingRules/Account.sharingRules':
    '<SharingRules><sharingCriteriaRules><fullName>Banks</fullName><accessLevel>Read</accessLevel><label>Banks</label>' +
    '<sharedTo><group>All</group></sharedTo><criteriaItems><field>Industry</field><operation>equals</operation><value>Banking</value></criteriaItems>' +
    '<includeRecordsOwnedByAll>true</includeRecordsOwnedByAll></sharingCriteriaRules>' +
    '<sharingOwnerRules><fullName>Reps</fullName><accessLevel>Edit</accessLevel><label>Reps</label><sharedTo><role>Rep</role></sharedTo>' +
    '<sharedFrom><roleAndSubordinates>CEO</roleAndSubordinates></sharedFrom></sharingOwnerRules></SharingRules>',
  'labels/CustomLabels.labels':
    '<CustomLabels><labels><fullName>Greeting</fullName><categories>a, b</categories><language>en_US</language><protected>false</protected>' +
    '<shortDescription>Greeting</shortDescription><value>Hello</value></labels></CustomLabels>',
  'objects/Account.object':
    '<CustomObject><compactLayouts><fullName>Short</fullName><fields>Name</fields><label>Short</label></compactLayouts>' +
    '<fieldSets><fullName>Main</fullName><description>Main</description><displayedFields><field>Phone</field></displayedFields><label>Main</label></fieldSets>' +
    '<listViews><fullName>Mine</fullName><columns>ACCOUNT.NAME</columns><filterScope>Mine</filterScope>' +
    '<filters><field>ACCOUNT.NAME</field><operation>startsWith</operation><value>A</value></filters><label>My accounts</label></listViews></CustomObject>',
  'layouts/Account-Account Layout.layout':
    '<Layout><layoutSections><label>Main</label><layoutColumns><layoutItems><behavior>Required</behavior><field>Name</field></layoutItems>' +
    '<layoutItems><emptySpace>true</emptySpace></layoutItems></layoutColumns><style>OneColumn</style></layoutSections>' +
    '<relatedLists><fields>FULL_NAME</fields><relatedList>RelatedContactList</relatedList></relatedLists></Layout>',
  'applications/Hub.app':
    '<CustomApplication><label>Hub</label><tabs>standard-Account</tabs><tabs>Docs</tabs><uiType>Lightning</uiType></CustomApplication>',
  'tabs/Docs.tab':
    '<CustomTab><label>Docs</label><motif>Custom1: Heart</motif><url>https://example.com</url></CustomTab>',
  'settings/Opportunity.settings':
    '<OpportunitySettings><enableOpportunityTeam>true</enableOpportunityTeam></OpportunitySettings>',
  'certs/Jwt.crt': 'PEM',
  'certs/Jwt.crt-meta.xml':
    '<Certificate><caSigned>false</caSigned><masterLabel>Jwt</masterLabel></Certificate>',
  'externalClientApps/Hub.eca':
    '<ExternalClientApplication><distributionState>Local</distributionState><label>Hub</label></ExternalClientApplication>',
  'extlClntAppGlobalOauthSets/Hub_global.ecaGlblOauth': `<ExtlClntAppGlobalOauthSettings><callbackUrl>http://a\nhttp://b</callbackUrl><consumerKey>key</consumerKey>${APP}</ExtlClntAppGlobalOauthSettings>`,
  'extlClntAppOauthSettings/Hub_oauth.ecaOauth': `<ExtlClntAppOauthSettings><commaSeparatedOauthScopes>Api, RefreshToken</commaSeparatedOauthScopes>${APP}</ExtlClntAppOauthSettings>`,
  'extlClntAppOauthPolicies/Hub_policies.ecaOauthPlcy':
    '<ExtlClntAppOauthConfigurablePolicies><commaSeparatedPermissionSet>Rep</commaSeparatedPermissionSet>' +
    `${APP}<permittedUsersPolicyType>AdminApprovedPreAuthorized</permittedUsersPolicyType></ExtlClntAppOauthConfigurablePolicies>`,
  'objects/Gate__mdt.object':
    '<CustomObject><label>Gate</label><pluralLabel>Gates</pluralLabel><fields><fullName>Days__c</fullName><label>Days</label>' +
    '<precision>3</precision><scale>0</scale><type>Number</type></fields><fields><fullName>On__c</fullName><defaultValue>true</defaultValue>' +
    '<label>On</label><type>Checkbox</type></fields></CustomObject>',
  'customMetadata/Gate.First.md':
    '<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
    'xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>First gate</label><values><field>Days__c</field>' +
    '<value xsi:type="xsd:double">5.0</value></values></CustomMetadata>',
});
const { store } = plan;
const nobody = { allInternalUsers: false, groups: [], queues: [], roles: [], rolesAndSubordinates: [] };

describe('definitions', () => {
  it('the package is taken', () => {
    expect(plan.messages.filter((message) => !message.success)).toEqual([]);
  });

  it('permissionSets: lists what is granted', () => {
    expect(permissionSets(store)).toMatchObject([
      {
        name: 'Rep',
        label: 'Sales rep',
        grants: {
          objectPermissions: [
            { object: 'Account', create: true, read: true, edit: false, viewAllFields: false },
          ],
          fieldPermissions: [{ object: 'Account', field: 'Phone', readable: true, editable: true }],
          customPermissions: ['Bypass'],
          userPermissions: ['RunReports'],
          tabs: ['standard-Account'],
        },
      },
    ]);
    expect(permissionSetGroups(store)).toMatchObject([{ name: 'Sales', permissionSets: ['Rep'] }]);
    expect(customPermissions(store).map(({ name }) => name)).toEqual(['Bypass', 'Other']);
  });

  it('roles, groups, queues: give names, parents and members', () => {
    expect(roles(store)).toMatchObject([
      { developerName: 'CEO', parentRole: null },
      { developerName: 'Rep', parentRole: 'CEO' },
    ]);
    expect(groups(store)).toEqual([{ developerName: 'All', name: 'All reps', doesIncludeBosses: true }]);
    expect(queues(store)).toMatchObject([
      { developerName: 'Inbox', objects: ['Lead'], roles: ['Rep'], users: [] },
    ]);
  });

  it('sharingRules: gives owner and criteria rules', () => {
    expect(sharingRules(store)).toMatchObject([
      {
        kind: 'owner',
        object: 'Account',
        name: 'Reps',
        accessLevel: 'Edit',
        sharedFrom: { ...nobody, rolesAndSubordinates: ['CEO'] },
      },
      {
        kind: 'criteria',
        name: 'Banks',
        sharedTo: { ...nobody, groups: ['All'] },
        criteria: [{ field: 'Industry', value: 'Banking' }],
      },
    ]);
  });

  it('user interface: gives apps, tabs, layouts, list views and field lists', () => {
    expect(applications(store)).toMatchObject([
      { name: 'Hub', tabs: ['standard-Account', 'Docs'], isLightning: true },
    ]);
    expect(tabs(store)).toMatchObject([{ name: 'Docs', kind: 'url', target: 'https://example.com' }]);
    expect(listViews(store)).toMatchObject([
      { object: 'Account', name: 'Mine', scope: 'Mine', filters: [{ operation: 'startsWith' }] },
    ]);
    expect(layouts(store)).toMatchObject([
      {
        object: 'Account',
        name: 'Account Layout',
        sections: [
          { columns: [[{ kind: 'field', name: 'Name', behavior: 'Required' }, { kind: 'emptySpace' }]] },
        ],
        relatedLists: [{ relatedList: 'RelatedContactList', fields: ['FULL_NAME'] }],
      },
    ]);
    expect(fieldSets(store)).toMatchObject([
      { object: 'Account', name: 'Main', fields: [{ path: 'Phone', required: false }] },
    ]);
    expect(compactLayouts(store)).toMatchObject([{ name: 'Short', fields: ['Name'] }]);
  });

  it('oauthClients: puts an app and its settings together', () => {
    expect(oauthClients(store)).toMatchObject([
      {
        name: 'Hub',
        consumerKey: 'key',
        callbackUrls: ['http://a', 'http://b'],
        scopes: ['Api', 'RefreshToken'],
        permittedUsers: 'AdminApprovedPreAuthorized',
        permissionSets: ['Rep'],
      },
    ]);
  });

  it('labels, settings, certificates: give their texts', () => {
    expect(customLabels(store)).toMatchObject([{ name: 'Greeting', value: 'Hello', categories: ['a', 'b'] }]);
    expect(settings(store, 'Opportunity')).toEqual({ enableOpportunityTeam: true });
    expect(settings(store, 'Account')).toEqual({});
    expect(certificates(store)).toEqual([{ name: 'Jwt', label: 'Jwt', pem: 'PEM' }]);
  });

  it('customMetadataRecords: types values by their fields, with defaults for the others', () => {
    expect(customMetadataRecords(store, new Schema(plan.definitions))).toEqual([
      {
        objectName: 'Gate__mdt',
        developerName: 'First',
        label: 'First gate',
        isProtected: false,
        values: { Days__c: 5, On__c: true },
      },
    ]);
  });
});
