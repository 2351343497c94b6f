import type { PlatformClass } from '../../library/platform-class';

type Parts = Partial<Omit<PlatformClass, 'name' | 'members' | 'documentation'>>;

/** A class of the platform by the signatures of its members, which do nothing. */
export function platformClass(
  name: string,
  signatures: readonly string[] = [],
  parts: Parts = {},
): PlatformClass {
  const isOpen = parts.kind === 'interface';
  return {
    name,
    kind: 'class',
    documentation: '',
    members: signatures.map((signature) => ({ signature, run: isOpen ? null : () => null })),
    ...parts,
  };
}

const ONE = { typeParameters: ['T'] };
const scalars = 'Blob Boolean Date Datetime Decimal Id Integer Long Time'.split(' ');
const exceptions = 'DmlException ListException NoSuchElementException NullPointerException'.split(' ');

/** Classes of the platform for tests of the type model: few, and none runs. */
export const SMALL_LIBRARY: readonly PlatformClass[] = [
  platformClass(
    'System.Object',
    ['String toString()', 'Boolean equals(Object other)', 'Integer hashCode()'],
    {
      extendable: true,
    },
  ),
  ...scalars.map((name) => platformClass(`System.${name}`)),
  platformClass('System.Double', ['static Double valueOf(String text)']),
  platformClass('System.String', [
    'Integer length()',
    'static String join(Iterable<Object> parts, String separator)',
  ]),
  platformClass('System.List', ['new()', 'void add(T element)', 'T get(Integer index)', 'List<T> clone()'], {
    ...ONE,
    interfaces: ['Iterable<T>'],
  }),
  platformClass('System.Set', ['new()', 'Boolean add(T element)'], { ...ONE, interfaces: ['Iterable<T>'] }),
  platformClass('System.Map', ['new()', 'V put(K key, V value)', 'Set<K> keySet()'], {
    typeParameters: ['K', 'V'],
  }),
  platformClass('System.SObject', ['SObject clone()', 'Object get(String field)']),
  platformClass(
    'System.Exception',
    [
      'new()',
      'new(String message)',
      'new(Exception cause)',
      'new(String message, Exception cause)',
      'String getMessage()',
    ],
    { extendable: true },
  ),
  ...exceptions.map((name) => platformClass(`System.${name}`, ['new()'], { superclass: 'Exception' })),
  platformClass('System.Iterable', ['Iterator<T> iterator()'], { ...ONE, kind: 'interface' }),
  platformClass('System.Iterator', ['Boolean hasNext()', 'T next()'], { ...ONE, kind: 'interface' }),
  platformClass('System.Comparable', ['Integer compareTo(Object other)'], { kind: 'interface' }),
  platformClass('System.Comparator', ['Integer compare(T first, T second)'], { ...ONE, kind: 'interface' }),
  platformClass('System.Queueable', ['void execute(QueueableContext context)'], { kind: 'interface' }),
  platformClass('System.QueueableContext', ['Id getJobId()'], { kind: 'interface' }),
  platformClass('Database.BatchableContext', ['Id getJobId()'], { kind: 'interface' }),
  platformClass('Database.QueryLocator'),
  platformClass(
    'Database.Batchable',
    [
      'Iterable<T> start(Database.BatchableContext context)',
      'void execute(Database.BatchableContext context, List<T> scope)',
      'void finish(Database.BatchableContext context)',
    ],
    { ...ONE, kind: 'interface' },
  ),
  platformClass('System.Database', ['static List<SObject> query(String text)']),
  platformClass('System.HttpRequest', ['new()', 'String body']),
  platformClass('Schema.SObjectType', ['String name']),
  platformClass('Schema.DisplayType', [], { kind: 'enum', constants: ['STRING', 'INTEGER'] }),
];
