import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexTypeValue } from '../../runtime/values/apex-type-value';
import { ApexDouble } from '../../runtime/values/apex-double';
import type { ApexMap } from '../../runtime/values/apex-map';
import { ApexSet } from '../../runtime/values/apex-set';
import type { ApexValue } from '../../runtime/values/apex-value';
import { mapOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { referencePage } from '../documentation';
import { abstractMethod, method, type PlatformClass, type PlatformMember } from '../platform-class';

/** A value in the cache, and until when it is kept, in milliseconds since 1970. */
interface Entry {
  readonly value: ApexValue;
  readonly expiresMs: number;
  readonly immutable: boolean;
}

type Scope = 'Org' | 'Session';

const DAY_S = 86_400;
/** How long values are kept that say nothing, in seconds. */
const DEFAULT_TTL_S: Readonly<Record<Scope, number>> = { Org: DAY_S, Session: 8 * 3_600 };
const KEY = /^[A-Za-z0-9]{1,50}$/;

/** What is cached, by org or by test: partition, then key. A session's partitions carry the user. */
const caches = new WeakMap<object, Map<string, Map<string, Entry>>>();

/**
 * The entries of a partition. `Default` is the partition `local.Default`.
 * @throws Cache.Org.OrgCacheException when there is no such partition
 */
function entriesOf(runtime: ApexRuntime, scope: Scope, name: string): Map<string, Entry> {
  const holder = runtime.execution.test ?? runtime.org;
  let cache = caches.get(holder);
  if (!cache) caches.set(holder, (cache = new Map()));
  const owner = scope === 'Session' ? runtime.user.id : '';
  const id = `${scope} ${owner} ${name.toLowerCase()}`;
  let entries = cache.get(id);
  if (!entries) cache.set(id, (entries = new Map()));
  return entries;
}

/** Where a call goes: `key`, or `namespace.partition.key`. */
interface Place {
  readonly entries: Map<string, Entry>;
  readonly key: string;
}

function placeOf(runtime: ApexRuntime, scope: Scope, partition: string | null, key: string | null): Place {
  const parts = (key ?? runtime.throwNull()).split('.');
  const name = parts.at(-1) ?? '';
  if (!KEY.test(name)) {
    return runtime.throwNew(
      'Cache.InvalidParamException',
      'Key must be alphanumeric and at most 50 characters long',
    );
  }
  const asked = parts.length === 3 ? `${parts[0]}.${parts[1]}` : partition;
  return { entries: entriesOf(runtime, scope, checked(runtime, asked)), key: name };
}

/** The full name of a partition that is deployed; the default one always is there. */
function checked(runtime: ApexRuntime, partition: string | null): string {
  const name = (partition ?? 'local.default').replace(/^(?!.*\.)/, 'local.');
  const simple = name.split('.').at(-1) ?? '';
  const exists =
    simple.toLowerCase() === 'default' ||
    runtime.org.components().find('PlatformCachePartition', simple) !== undefined;
  if (exists) return name;
  return runtime.throwNew('Cache.InvalidParamException', `Partition ${name} does not exist`);
}

function read(runtime: ApexRuntime, { entries, key }: Place): ApexValue {
  const entry = entries.get(key);
  if (!entry) return null;
  if (entry.expiresMs > runtime.now()) return entry.value;
  entries.delete(key);
  return null;
}

type PutRest = readonly [ttlSecs?: number | null, visibility?: ApexValue, immutable?: boolean | null];

function put(runtime: ApexRuntime, scope: Scope, place: Place, value: ApexValue, rest: PutRest): void {
  const [ttl, , immutable] = rest;
  if (value === null) return runtime.throwNull();
  const seconds = ttl === undefined || ttl === null || ttl === 0 ? DEFAULT_TTL_S[scope] : ttl;
  place.entries.set(place.key, {
    value,
    expiresMs: runtime.now() + seconds * 1_000,
    immutable: immutable ?? false,
  });
}

/** `get` with a builder: what is missing is loaded and kept. */
function load(runtime: ApexRuntime, scope: Scope, place: Place, builder: ApexTypeValue | null): ApexValue {
  const found = read(runtime, place);
  if (found !== null) return found;
  const made = runtime.call(runtime.construct((builder ?? runtime.throwNull()).denoted, []), 'doLoad', [
    place.key,
  ]);
  if (made !== null) put(runtime, scope, place, made, []);
  return made;
}

/** An answer per key. */
function valuesByKey(
  runtime: ApexRuntime,
  type: string,
  keys: ApexSet | null,
  answer: (key: string) => ApexValue,
): ApexMap {
  const all = [...(keys ?? runtime.throwNull()).values()].map(String);
  return mapOf(
    runtime,
    'String',
    type,
    all.map((key) => [key, answer(key)]),
  );
}

const PUT_ENDINGS = [
  '',
  ', Integer ttlSecs',
  ', Integer ttlSecs, Cache.Visibility visibility, Boolean immutable',
];

/** Runs a method on the partition of a scope; the default one is null. */
type Run = (runtime: ApexRuntime, scope: Scope, partition: string | null, ...args: never[]) => unknown;

/** Declares a method in one of the two ways. */
type Declare = (signature: string, run: Run) => PlatformMember;

/** As a static method of `Cache.Org` or `Cache.Session`, which works on the default partition. */
const ofScope =
  (scope: Scope): Declare =>
  (signature, run) =>
    method(`static ${signature}`, (runtime: ApexRuntime, ...args: never[]) =>
      run(runtime, scope, null, ...args),
    );

/** As a method of a partition, which knows its scope and name. */
const ofPartition: Declare = (signature, run) =>
  method(signature, (runtime: ApexRuntime, self: PlatformStruct, ...args: never[]) =>
    run(runtime, self.values['scope'] as Scope, String(self.values['name']), ...args),
  );

function partitionMembers(member: Declare): PlatformMember[] {
  return [
    member('Object get(String key)', (runtime, scope, partition, key: string | null) =>
      read(runtime, placeOf(runtime, scope, partition, key)),
    ),
    member(
      'Object get(Type cacheBuilder, String key)',
      (runtime, scope, partition, builder: ApexTypeValue | null, key: string | null) =>
        load(runtime, scope, placeOf(runtime, scope, partition, key), builder),
    ),
    member('Boolean contains(String key)', (runtime, scope, partition, key: string | null) => {
      return read(runtime, placeOf(runtime, scope, partition, key)) !== null;
    }),
    member('Map<String, Object> get(Set<String> keys)', (runtime, scope, partition, keys: ApexSet | null) =>
      valuesByKey(runtime, 'Object', keys, (key) => read(runtime, placeOf(runtime, scope, partition, key))),
    ),
    member(
      'Map<String, Boolean> contains(Set<String> keys)',
      (runtime, scope, partition, keys: ApexSet | null) =>
        valuesByKey(
          runtime,
          'Boolean',
          keys,
          (key) => read(runtime, placeOf(runtime, scope, partition, key)) !== null,
        ),
    ),
    member('Boolean remove(String key)', (runtime, scope, partition, key: string | null) => {
      const place = placeOf(runtime, scope, partition, key);
      return place.entries.delete(place.key);
    }),
    member(
      'Boolean remove(Type cacheBuilder, String key)',
      (runtime, scope, partition, _builder: ApexValue, key: string | null) => {
        const place = placeOf(runtime, scope, partition, key);
        return place.entries.delete(place.key);
      },
    ),
    member('Set<String> getKeys()', (runtime, scope, partition) => {
      const set = new ApexSet(runtime.types.set(runtime.types.platform('String')));
      const entries = entriesOf(runtime, scope, checked(runtime, partition));
      for (const key of entries.keys()) set.add(runtime, key);
      return set;
    }),
    member('Boolean isAvailable()', () => true),
    // The cache has no size here, so that none of it is used up.
    member('Double getCapacity()', () => new ApexDouble(0)),
    member('Long getNumKeys()', (runtime, scope, partition) =>
      BigInt(entriesOf(runtime, scope, checked(runtime, partition)).size),
    ),
    member('String getName()', (_runtime, _scope, partition) => partition),
    ...PUT_ENDINGS.map((ending) =>
      member(
        `void put(String key, Object value${ending})`,
        (runtime, scope, partition, key: string | null, value: ApexValue, ...rest: PutRest) => {
          put(runtime, scope, placeOf(runtime, scope, partition, key), value, rest);
        },
      ),
    ),
  ];
}

function partitionClass(scope: Scope): PlatformClass {
  return {
    name: `Cache.${scope}Partition`,
    kind: 'class',
    superclass: 'Cache.Partition',
    documentation: referencePage(`apex_class_cache_${scope}Partition`),
    members: [],
  };
}

function scopeClass(scope: Scope): PlatformClass {
  return {
    name: `Cache.${scope}`,
    kind: 'class',
    documentation: referencePage(`apex_class_cache_${scope}`),
    members: [
      method(
        `static Cache.${scope}Partition getPartition(String partitionName)`,
        (runtime: ApexRuntime, name: string | null) =>
          new PlatformStruct(`Cache.${scope}Partition`, {
            scope,
            name: checked(runtime, name ?? runtime.throwNull()),
          }),
      ),
      ...partitionMembers(ofScope(scope)),
    ],
  };
}

/**
 * The platform cache, in memory. Each test has one of its own.
 *
 * DEVIATION: it has no size limit; what is put into it in a transaction stays when that is rolled back, as on the platform.
 */
export const cacheClasses: readonly PlatformClass[] = [
  {
    name: 'Cache.Partition',
    kind: 'class',
    abstract: true,
    documentation: referencePage('apex_class_cache_Partition'),
    members: partitionMembers(ofPartition),
  },
  partitionClass('Org'),
  partitionClass('Session'),
  scopeClass('Org'),
  scopeClass('Session'),
  {
    name: 'Cache.CacheBuilder',
    kind: 'interface',
    documentation: referencePage('apex_interface_cache_CacheBuilder'),
    members: [abstractMethod('Object doLoad(String key)')],
  },
  {
    name: 'Cache.Visibility',
    kind: 'enum',
    documentation: referencePage('apex_enum_cache_Visibility'),
    constants: ['ALL', 'NAMESPACE'],
    members: [],
  },
];
