import { DEPLOY_OPTIONS, NO_DATA, planFiles } from '../fixture/test-package';
import { ComponentStore } from '../store/component-store';
import type { DeployPlan } from './deploy-plan';

const HEAD =
  '<deploymentStatus>Deployed</deploymentStatus><label>Thing</label><nameField><label>Name</label><type>Text</type>' +
  '</nameField><pluralLabel>Things</pluralLabel><sharingModel>ReadWrite</sharingModel>';
const FIELD =
  '<fields><fullName>Size__c</fullName><label>Size</label><length>10</length><type>Text</type></fields>';
const LONGER = FIELD.replace('<length>10', '<length>20');
const RULE =
  '<validationRules><fullName>R</fullName><active>true</active>' +
  '<errorConditionFormula>true</errorConditionFormula><errorMessage>No</errorMessage></validationRules>';

const FILES = {
  'objects/Thing__c.object': `<CustomObject>${HEAD}${FIELD}${RULE}</CustomObject>`,
  'roles/CEO.role': '<Role><name>CEO</name></Role>',
  'classes/Billing.cls': 'public class Billing {}',
  'classes/Billing.cls-meta.xml':
    '<ApexClass><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>',
};

function rows(plan: DeployPlan): string[] {
  return plan.messages.map(({ componentType, fullName, created, changed, deleted }) => {
    const flags = [created && 'created', changed && 'changed', deleted && 'deleted']
      .filter(Boolean)
      .join(' ');
    return `${componentType} ${fullName} ${flags}`.trim();
  });
}

function operations(plan: DeployPlan): string[] {
  return plan.operations.map(({ kind, id }) => `${kind} ${id.type} ${id.fullName}`);
}

describe('planDeploy', () => {
  const first = planFiles(ComponentStore.EMPTY, FILES);

  it('gives one row per component and child, and one for package.xml', () => {
    expect(rows(first)).toEqual([
      'package.xml',
      'CustomObject Thing__c created changed',
      'CustomField Thing__c.Size__c created changed',
      'ValidationRule Thing__c.R created changed',
      'Role CEO created changed',
      'ApexClass Billing created changed',
    ]);
  });

  it('puts what others need first', () => {
    expect(operations(first)).toEqual([
      'create CustomObject Thing__c',
      'create CustomField Thing__c.Size__c',
      'create ValidationRule Thing__c.R',
      'create Role CEO',
      'create ApexClass Billing',
    ]);
  });

  it('says by name which types are only stored', () => {
    const plan = planFiles(ComponentStore.EMPTY, {
      'remoteSiteSettings/Prices.remoteSite':
        '<RemoteSiteSetting><isActive>true</isActive><url>https://example.com</url></RemoteSiteSetting>',
    });
    expect(plan.messages.find(({ componentType }) => componentType === 'RemoteSiteSetting')).toMatchObject({
      success: true,
      problemType: 'Warning',
      problem: 'RemoteSiteSetting is stored but not executed by the local org',
    });
  });

  it('changes nothing when the same package comes again', () => {
    const again = planFiles(first.store, FILES);
    expect(again.operations).toEqual([]);
    expect(again.messages.some((message) => message.created || message.changed)).toBe(false);
    expect(again.changed).toEqual([]);
  });

  it('changes only what differs', () => {
    const next = planFiles(first.store, {
      ...FILES,
      'objects/Thing__c.object': `<CustomObject>${HEAD}${LONGER}</CustomObject>`,
    });
    expect(operations(next)).toEqual(['update CustomField Thing__c.Size__c']);
    expect(next.store.find('ValidationRule', 'thing__c.r')).toBeDefined();
  });

  it('leaves the children of an object out that package.xml does not name', () => {
    const next = planFiles(first.store, {
      'package.xml':
        '<Package><types><members>Thing__c.R</members><name>ValidationRule</name></types><version>67.0</version></Package>',
      'objects/Thing__c.object': `<CustomObject>${LONGER}${RULE}</CustomObject>`,
    });
    expect(rows(next)).toEqual(['package.xml', 'ValidationRule Thing__c.R']);
  });

  it('deletes a component with its children, and warns of one that does not exist', () => {
    const next = planFiles(first.store, {
      'package.xml': '<Package><version>67.0</version></Package>',
      'destructiveChangesPost.xml':
        '<Package><types><members>Thing__c</members><members>Nope__c</members><name>CustomObject</name></types></Package>',
    });
    expect(next.success).toBe(true);
    expect(rows(next)).toEqual(['package.xml', 'CustomObject Thing__c deleted', 'CustomObject Nope__c']);
    expect(operations(next)).toEqual([
      'delete ValidationRule Thing__c.R',
      'delete CustomField Thing__c.Size__c',
      'delete CustomObject Thing__c',
    ]);
    expect(next.messages[2]).toMatchObject({
      problemType: 'Warning',
      problem: 'No CustomObject named: Nope__c found',
    });
  });

  it('deletes the tab and layouts of an object with it, and takes the tab out of apps', () => {
    const before = planFiles(first.store, {
      'tabs/Thing__c.tab':
        '<CustomTab><customObject>true</customObject><motif>Custom1: Heart</motif></CustomTab>',
      'layouts/Thing__c-Thing Layout.layout': '<Layout></Layout>',
      'applications/Hub.app':
        '<CustomApplication><label>Hub</label><tabs>standard-Account</tabs><tabs>Thing__c</tabs></CustomApplication>',
    });
    const next = planFiles(before.store, {
      'package.xml': '<Package><version>67.0</version></Package>',
      'destructiveChanges.xml':
        '<Package><types><members>Thing__c</members><name>CustomObject</name></types></Package>',
    });
    expect(next.messages.filter((message) => !message.success)).toEqual([]);
    expect([...next.store.components()].map(({ type }) => type).sort()).toEqual([
      'ApexClass',
      'CustomApplication',
      'Role',
    ]);
    expect(next.store.find('CustomApplication', 'Hub')?.content['tabs']).toEqual(['standard-Account']);
  });

  it('says which settings are only stored', () => {
    const plan = planFiles(ComponentStore.EMPTY, {
      'settings/Account.settings':
        '<AccountSettings><enableAccountTeams>true</enableAccountTeams></AccountSettings>',
      'settings/Opportunity.settings':
        '<OpportunitySettings><enableOpportunityTeam>true</enableOpportunityTeam></OpportunitySettings>',
    });
    expect(plan.messages.map((message) => message.problem)).toEqual([
      undefined,
      'AccountSettings is stored but not executed by the local org',
      undefined,
    ]);
  });

  it('takes the mentions of a deleted field out of permission sets', () => {
    const permission =
      '<PermissionSet><fieldPermissions><editable>true</editable><field>Thing__c.Size__c</field><readable>true</readable>' +
      '</fieldPermissions><label>P</label></PermissionSet>';
    const before = planFiles(first.store, { 'permissionsets/P.permissionset': permission });
    const next = planFiles(before.store, {
      'package.xml': '<Package><version>67.0</version></Package>',
      'destructiveChanges.xml':
        '<Package><types><members>Thing__c.Size__c</members><name>CustomField</name></types></Package>',
    });
    expect(next.success).toBe(true);
    expect(next.store.find('PermissionSet', 'P')?.content['fieldPermissions']).toEqual([]);
  });

  it('without rollback leaves out what fails, and what depends on it', () => {
    const broken = {
      'objects/Thing__c.object': `<CustomObject>${HEAD}${FIELD.replace('<length>10</length>', '')}</CustomObject>`,
      'permissionsets/P.permissionset':
        '<PermissionSet><fieldPermissions><editable>true</editable><field>Thing__c.Size__c</field><readable>true</readable>' +
        '</fieldPermissions><label>P</label></PermissionSet>',
      'roles/CEO.role': '<Role><name>CEO</name></Role>',
    };
    const plan = planFiles(ComponentStore.EMPTY, broken, NO_DATA, {
      ...DEPLOY_OPTIONS,
      rollbackOnError: false,
    });
    expect(plan.success).toBe(false);
    expect(operations(plan)).toEqual(['create CustomObject Thing__c', 'create Role CEO']);
    expect(plan.messages.filter((message) => !message.success).map((message) => message.fullName)).toEqual([
      'Thing__c.Size__c',
      'P',
    ]);
  });

  it('merges a profile by the keys of its entries', () => {
    const profile = (field: string, editable: boolean): string =>
      `<Profile><fieldPermissions><editable>${editable}</editable><field>Account.${field}</field><readable>true</readable></fieldPermissions></Profile>`;
    const one = planFiles(ComponentStore.EMPTY, { 'profiles/Admin.profile': profile('Phone', true) });
    const two = planFiles(one.store, { 'profiles/Admin.profile': profile('Fax', true) });
    const three = planFiles(two.store, { 'profiles/Admin.profile': profile('Phone', false) });
    expect(three.store.find('Profile', 'Admin')?.content['fieldPermissions']).toEqual([
      { editable: false, field: 'Account.Phone', readable: true },
      { editable: true, field: 'Account.Fax', readable: true },
    ]);
  });
});
