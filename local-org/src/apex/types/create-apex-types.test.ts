import { Schema, standardObjects } from '../../schema';
import { PLATFORM_CLASSES } from '../library/registry';
import { createApexTypes } from './create-apex-types';
import { SMALL_LIBRARY } from './testing/small-library';

const schema = new Schema(standardObjects());
const types = createApexTypes({ library: SMALL_LIBRARY, schema: () => schema });

describe('createApexTypes', () => {
  it('interns: the same type is the same object', () => {
    const account = types.sobjectType('ACCOUNT');
    expect(types.find('map<id, account[]>')).toBe(types.map(types.platform('Id'), types.list(account!)));
    expect(types.sobjectType('account')).toBe(account);
    expect(types.platform('System.String')).toBe(types.platform('String'));
  });

  it.each([
    ['String', 'String'],
    ['system.string', 'String'],
    ['List<Account>', 'List<Account>'],
    ['Id[]', 'List<Id>'],
    ['Map<Id,SObject>', 'Map<Id,SObject>'],
    ['Schema.Account', 'Account'],
    ['DisplayType', 'Schema.DisplayType'],
    ['Schema.SObjectType', 'Schema.SObjectType'],
    ['Database.QueryLocator', 'Database.QueryLocator'],
    ['AggregateResult', 'AggregateResult'],
    ['void', 'void'],
  ])('finds %s', (name, expected) => {
    expect(types.find(name)?.name).toBe(expected);
  });

  it.each(['QueryLocator', 'List', 'String<Id>', 'Nothing', 'Account.Name', 'List<Nothing>', ''])(
    'does not find %j',
    (name) => {
      expect(types.find(name)).toBeUndefined();
    },
  );

  it('knows types of the platform that are not implemented', () => {
    expect(types.symbol('Cookie')).toMatchObject({ qualifiedName: 'System.Cookie', unsupported: true });
    expect(types.symbol('ConnectApi.FeedItem')).toMatchObject({ unsupported: true });
    expect(types.symbol('HttpRequest')?.unsupported).toBeUndefined();
  });

  it('prefers an object to a class that is known by name only', () => {
    expect(types.symbol('Domain')?.unsupported).toBe(true);
    const withDomain = createApexTypes({
      library: SMALL_LIBRARY,
      schema: () => schema.withObjects([{ ...schema.find('Account')!.definition, name: 'Domain' }]),
    });
    expect(withDomain.find('Domain')).toMatchObject({ kind: 'sobject' });
  });

  it('follows the schema', () => {
    let current = schema;
    const following = createApexTypes({ library: SMALL_LIBRARY, schema: () => current });
    expect(following.find('Deal__c')).toBeUndefined();
    current = schema.withObjects([{ ...schema.find('Account')!.definition, name: 'Deal__c' }]);
    expect(following.find('List<deal__c>')?.name).toBe('List<Deal__c>');
    current = schema;
    expect(following.find('List<deal__c>')).toBeUndefined();
  });

  it('reads members of generic classes with their parameters', () => {
    const put = types.symbol('Map')?.methods.find(({ name }) => name === 'put');
    expect(put).toMatchObject({
      isStatic: false,
      slots: ['p_put_2'],
      returnType: { kind: 'parameter', name: 'V', index: 1 },
    });
  });

  it('gives enums their methods, which are linked as methods of the platform', () => {
    const symbol = types.symbol('Schema.DisplayType');
    expect(symbol?.methods.map(({ name, isStatic }) => `${name} ${isStatic}`)).toEqual([
      'values true',
      'valueOf true',
      'name false',
      'ordinal false',
    ]);
    expect(symbol?.methods[0]?.owner).toMatchObject({
      qualifiedName: 'Schema.DisplayType',
      origin: 'platform',
    });
    expect(symbol?.methods[0]?.owner.methods).toBe(symbol?.methods);
  });
});

describe('PLATFORM_CLASSES', () => {
  const library = createApexTypes({ library: PLATFORM_CLASSES, schema: () => schema });

  it.each(PLATFORM_CLASSES.map(({ name }) => name))(
    '%s has signatures of types that are implemented',
    (name) => {
      const symbol = library.symbol(name)!;
      const used = [
        ...symbol.methods.flatMap(({ returnType, parameters }) => [
          returnType,
          ...parameters.map(({ type }) => type),
        ]),
        ...symbol.constructors.flatMap(({ parameters }) => parameters.map(({ type }) => type)),
        ...symbol.variables.map(({ type }) => type),
        ...symbol.interfaces,
        ...(symbol.superclass ? [symbol.superclass] : []),
      ];
      const unsupported = used.filter((type) => type.kind === 'class' && type.symbol.unsupported === true);
      expect(unsupported.map((type) => type.name)).toEqual([]);
    },
  );
});
