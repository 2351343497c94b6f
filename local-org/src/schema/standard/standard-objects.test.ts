import { Schema } from '../schema';
import { standardObjects } from './standard-objects';
import { standardValueSets } from './standard-value-sets';

const objects = standardObjects();
const schema = new Schema(objects);

function duplicates(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name.toLowerCase()).size);
}

describe('standardObjects', () => {
  it('has unique object names and key prefixes', () => {
    expect(duplicates(objects.map((object) => object.name))).toEqual([]);
    const prefixes = objects.flatMap((object) => object.keyPrefix ?? []);
    expect(prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index)).toEqual([]);
  });

  it('gives a key prefix to every object but the polymorphic Name and the views of approval steps and recent items', () => {
    expect(objects.filter((object) => object.keyPrefix === null).map((object) => object.name)).toEqual([
      'Name',
      'ProcessInstanceHistory',
      'RecentlyViewed',
    ]);
  });

  it.each(objects.map((object) => [object.name, object] as const))('%s is complete', (_name, object) => {
    const names = object.fields.map((field) => field.name);
    expect(names).toContain('Id');
    expect(duplicates(names)).toEqual([]);
    expect(object.fields.filter((field) => field.nameField).length).toBeLessThanOrEqual(1);
    for (const field of object.fields) {
      expect(Object.isFrozen(field)).toBe(true);
      // Objects and fields refer to each other by durable ids, which are texts.
      const hasParent = field.type === 'reference' || field.name === 'EntityDefinitionId';
      expect(field.relationship !== undefined).toBe(hasParent);
      for (const target of field.relationship?.referenceTo ?? [])
        expect(schema.find(target)?.name).toBe(target);
      if (field.compoundFieldName) expect(names).toContain(field.compoundFieldName);
      if (field.picklist?.restricted) expect(field.picklist.values).not.toEqual([]);
    }
    const children = schema
      .find(object.name)
      ?.childRelationships.flatMap((child) => child.relationshipName ?? []);
    expect(duplicates(children ?? [])).toEqual([]);
  });

  it('names the sharing parent of every object controlled by its parent', () => {
    for (const object of objects.filter(({ sharingModel }) => sharingModel === 'ControlledByParent')) {
      const parent = object.sharingParent ?? '';
      expect(schema.find(object.name)?.field(parent)?.type).toBe('reference');
    }
  });

  it('deletes contacts and opportunities with their account and keeps an account that has cases', () => {
    const account = schema.find('Account');
    expect(account?.childRelationship('Contacts')?.onDelete).toBe('Cascade');
    expect(account?.childRelationship('Opportunities')?.onDelete).toBe('Cascade');
    expect(account?.childRelationship('Cases')?.onDelete).toBe('Restrict');
  });
});

describe('standardValueSets', () => {
  it('carries what a stage says about an opportunity', () => {
    const stages = standardValueSets().get('OpportunityStage')?.values ?? [];
    expect(stages).toHaveLength(10);
    expect(stages[0]).toMatchObject({
      value: 'Prospecting',
      probability: 10,
      forecastCategory: 'Pipeline',
      closed: false,
    });
    expect(stages[8]).toMatchObject({
      value: 'Closed Won',
      probability: 100,
      forecastCategory: 'Closed',
      won: true,
    });
    expect(stages[9]).toMatchObject({
      value: 'Closed Lost',
      probability: 0,
      forecastCategory: 'Omitted',
      won: false,
    });
  });

  it('carries converted lead statuses, closed task and case statuses and high priorities', () => {
    const marked = (set: string, property: 'converted' | 'closed' | 'highPriority'): string[] =>
      (standardValueSets().get(set)?.values ?? [])
        .filter((value) => value[property])
        .map(({ value }) => value);
    expect(marked('LeadStatus', 'converted')).toEqual(['Closed - Converted']);
    expect(marked('TaskStatus', 'closed')).toEqual(['Completed']);
    expect(marked('CaseStatus', 'closed')).toEqual(['Closed']);
    expect(marked('TaskPriority', 'highPriority')).toEqual(['High']);
  });

  it('is what the fields it names take their values from', () => {
    for (const set of standardValueSets().values()) {
      for (const path of set.fields) {
        const [object = '', field = ''] = path.split('.');
        const picklist = schema.find(object)?.field(field)?.picklist;
        expect([path, picklist?.valueSet]).toEqual([path, set.name]);
        expect(picklist?.values).toBe(set.values);
      }
    }
  });
});
