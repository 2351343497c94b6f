import { readSignature, readTypeText } from './signature';

describe('readSignature', () => {
  it('reads methods with generic types, qualifiers and arrays', () => {
    expect(
      readSignature('static Map<Id, List<T>> group(Database.SaveResult[] results, T first)'),
    ).toMatchObject({
      kind: 'method',
      isStatic: true,
      name: 'group',
      type: { name: 'Map', arguments: [{ name: 'Id' }, { name: 'List', arguments: [{ name: 'T' }] }] },
      parameters: [
        { name: 'results', type: { name: 'Database.SaveResult', arrayDepth: 1 } },
        { name: 'first', type: { name: 'T' } },
      ],
    });
  });

  it('tells constructors, variables and a variable named new apart', () => {
    expect(readSignature('new(String message)')).toMatchObject({ kind: 'constructor', parameters: [{}] });
    expect(readSignature('static Integer MAX_VALUE')).toMatchObject({ kind: 'variable', name: 'MAX_VALUE' });
    expect(readSignature('static List<SObject> new')).toMatchObject({ kind: 'variable', name: 'new' });
  });

  it.each(['', 'Integer', 'Integer f(', 'List<Integer f()', '(String a)'])('refuses %j', (text) => {
    expect(() => readSignature(text)).toThrow(/Not a signature/);
  });
});

describe('readTypeText', () => {
  it('answers null for what is no type', () => {
    expect(readTypeText('List<Account>')).toMatchObject({ name: 'List' });
    expect(readTypeText('List<')).toBeNull();
    expect(readTypeText('a b')).toBeNull();
    expect(readTypeText('')).toBeNull();
  });
});
