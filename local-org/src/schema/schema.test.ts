import { customKeyPrefix } from './custom/custom-key-prefix';
import { customObjectFields } from './custom/custom-object-fields';
import { historyObjectDefinition, shareObjectDefinition } from './custom/associated-objects';
import { Schema } from './schema';
import { standardObjects } from './standard/standard-objects';
import type { SObjectDefinition } from './types';

const standard = new Schema(standardObjects());

function customObject(name: string, activities: boolean): SObjectDefinition {
  const account = standard.find('Account');
  if (!account) throw new Error('There is no Account');
  return {
    ...account.definition,
    name,
    label: 'Thing',
    keyPrefix: customKeyPrefix('custom', 0),
    kind: 'custom',
    custom: true,
    capabilities: { ...account.definition.capabilities, feedEnabled: false },
    fields: customObjectFields({ kind: 'custom', ownable: true, activities }),
  };
}

describe('Schema', () => {
  it('finds objects, fields and relationships in any case', () => {
    const opportunity = standard.find('OPPORTUNITY');
    expect(opportunity?.name).toBe('Opportunity');
    expect(opportunity?.field('stagename')?.name).toBe('StageName');
    expect(opportunity?.parentField('account')?.name).toBe('AccountId');
    expect(standard.find('account')?.childRelationship('opportunities')?.childObject).toBe('Opportunity');
  });

  it('finds the object of a key prefix', () => {
    expect(standard.findByKeyPrefix('006')?.name).toBe('Opportunity');
    expect(standard.findByKeyPrefix('zzz')).toBeUndefined();
  });

  it('knows every reference from both sides', () => {
    for (const type of standard.all()) {
      for (const field of type.fields) {
        for (const parent of field.relationship?.referenceTo ?? []) {
          const children = standard.find(parent)?.childRelationships ?? [];
          expect(children).toContainEqual({
            childObject: type.name,
            field: field.name,
            relationshipName: field.relationship?.childRelationshipName,
            onDelete: field.relationship?.onDelete,
          });
        }
      }
    }
  });

  it('lets open references point to custom objects that allow it', () => {
    const schema = standard.withObjects([customObject('Thing__c', true), customObject('Other__c', false)]);
    const targets = schema.find('Task')?.field('WhatId')?.relationship?.referenceTo;
    expect(targets).toContain('Thing__c');
    expect(targets).not.toContain('Other__c');
    expect(schema.find('Other__c')?.childRelationship('ContentDocumentLinks')?.childObject).toBe(
      'ContentDocumentLink',
    );
    expect(schema.find('Thing__c')?.childRelationship('Feeds')).toBeUndefined();
  });

  it('forgets a custom target that the definitions no longer have', () => {
    const before = standard.withObjects([customObject('Thing__c', true)]);
    const definitions = [...before.all()].map((type) => type.definition).filter(({ custom }) => !custom);
    expect(new Schema(definitions).find('Task')?.field('WhatId')?.relationship?.referenceTo).not.toContain(
      'Thing__c',
    );
  });

  it('withObjects replaces an object of the same name and leaves the old schema alone', () => {
    const before = standard.withObjects([customObject('Thing__c', true)]);
    const after = before.withObjects([customObject('thing__C', false)]);
    expect(after.find('Thing__c')?.name).toBe('thing__C');
    expect(before.find('Thing__c')?.name).toBe('Thing__c');
    expect([...after.all()]).toHaveLength([...before.all()].length);
  });

  it('share and history objects hang below their custom object', () => {
    const thing = customObject('Thing__c', true);
    const schema = standard.withObjects([
      thing,
      shareObjectDefinition(thing, customKeyPrefix('share', 0)),
      historyObjectDefinition(thing, customKeyPrefix('history', 0)),
    ]);
    expect(schema.find('Thing__c')?.childRelationship('Shares')?.childObject).toBe('Thing__Share');
    expect(schema.find('Thing__c')?.childRelationship('Histories')?.childObject).toBe('Thing__History');
    expect(schema.find('Task')?.field('WhatId')?.relationship?.referenceTo).not.toContain('Thing__Share');
  });
});
