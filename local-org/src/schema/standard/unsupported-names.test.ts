import { Schema } from '../schema';
import { readGenerated } from './read-generated';
import { standardObjects } from './standard-objects';
import { isUnsupportedChildRelationship, isUnsupportedField, isUnsupportedObject } from './unsupported-names';

interface Names {
  readonly objects: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

describe('names that only the platform has', () => {
  const schema = new Schema(standardObjects());

  it('are none of the names that the schema has', () => {
    const { objects, fields } = readGenerated<Names>('unsupported-names.json');
    expect(objects.flatMap((row) => row.split(' ')).filter((name) => schema.find(name))).toEqual([]);
    const present = Object.entries(fields).flatMap(([object, names]) =>
      names
        .split(' ')
        .filter((name) => schema.find(object)?.field(name))
        .map((name) => `${object}.${name}`),
    );
    expect(present).toEqual([]);
  });

  it.each([
    [isUnsupportedObject('workorder'), true],
    [isUnsupportedObject('WorkOrderHistory'), true],
    [isUnsupportedObject('Account'), false],
    [isUnsupportedObject('Wombat'), false],
    [isUnsupportedField('Opportunity', 'Territory2Id'), true],
    [isUnsupportedField('Opportunity', 'territory2'), true],
    [isUnsupportedField('Opportunity', 'Wombat'), false],
    [isUnsupportedChildRelationship('account', 'WorkOrders'), true],
    [isUnsupportedChildRelationship('Opportunity', 'Contacts'), false],
  ])('are told apart in any case, associates and parents included (%#)', (actual, expected) => {
    expect(actual).toBe(expected);
  });
});
