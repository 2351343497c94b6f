import type { ClassApexType, ApexType } from '../../types/apex-type';
import type { ApexRuntime } from '../apex-runtime';
import { asApexException } from '../exceptions';
import type { ClassHandle } from '../class-handle';
import { castValue } from '../value-semantics';
import type { ApexException } from '../values/apex-exception';
import { ApexInstance } from '../values/apex-instance';
import { ApexList } from '../values/apex-list';
import { ApexMap } from '../values/apex-map';
import { ApexSet } from '../values/apex-set';
import { ApexSObject } from '../values/apex-sobject';
import type { ApexValue } from '../values/apex-value';
import { listOfSize } from '../values/list-of-size';

type Maybe<T> = T | null;

/** What generated code does with objects: making, casting, catching, elements of collections, paths of records. */
export function objectHelpers(runtime: ApexRuntime) {
  const need = <T>(value: Maybe<T>): T => (value === null ? runtime.throwNull() : value);
  return {
    /** Static variables of a class that is new to the transaction. */
    initialize: (handle: ClassHandle): Record<string, unknown> => handle.initialize(runtime),
    /** What a `catch` clause sees. @throws what no clause may catch */
    caught(thrown: unknown): ApexException {
      const exception = asApexException(runtime, thrown);
      if (!exception || exception.uncatchable) throw exception ?? thrown;
      return exception;
    },
    /** A call of a future method. */
    future(className: string, methodName: string, slot: string, args: readonly ApexValue[]): void {
      runtime.asyncJobs.future({ className, methodName, slot, args });
    },
    constructException: (exception: ApexException, args: readonly unknown[]): ApexException =>
      exception.initialize(args),
    /** A property of the superclass, whatever the object's own class has in its place. */
    readSuper: (handle: ClassHandle, slot: string, self: object): unknown =>
      Reflect.get(handle.klass.prototype, slot, self),
    /** @throws TypeException `Invalid conversion from runtime type String to Integer` */
    cast(value: ApexValue, type: ApexType): ApexValue {
      if (value === null) return null;
      if (runtime.isInstance(value, type)) return castValue(value, type);
      return runtime.throwNew(
        'System.TypeException',
        `Invalid conversion from runtime type ${runtime.typeOf(value).name} to ${type.name}`,
      );
    },

    newList: (type: ClassApexType, items: ApexValue[]): ApexList => new ApexList(type, items),
    newArray: (type: ClassApexType, size: Maybe<number>): ApexList => listOfSize(runtime, type, need(size)),
    newSet(type: ClassApexType, elements: readonly ApexValue[]): ApexSet {
      const set = new ApexSet(type);
      for (const element of elements) set.add(runtime, element);
      return set;
    },
    newMap(type: ClassApexType, entries: readonly (readonly [ApexValue, ApexValue])[]): ApexMap {
      const map = new ApexMap(type);
      for (const [key, value] of entries) map.put(runtime, key, value);
      return map;
    },
    /** `new Account(Name = 'x')`: fields as whether it is a parent, name, value. */
    newRecord(
      objectName: string,
      fields: readonly (readonly [isParent: boolean, name: string, value: ApexValue])[],
    ): ApexSObject {
      const record = ApexSObject.create(runtime, objectName);
      for (const [isParent, name, value] of fields) {
        if (isParent) record.setParent(name, value as ApexSObject | null);
        else record.set(name, value);
      }
      return record;
    },

    /** Values of an object that implements Iterable, or of an Iterator. */
    *iterate(iterated: ApexValue): Iterable<ApexValue> {
      const target = need(iterated);
      if (target instanceof ApexList || target instanceof ApexSet) yield* target;
      else {
        const iterator = isIterator(target) ? target : runtime.call(target, 'iterator', []);
        while (runtime.call(iterator, 'hasNext', []) === true) yield runtime.call(iterator, 'next', []);
      }
    },
    /** A query as one record. @throws QueryException unless it gave exactly one */
    singleRow(rows: Maybe<ApexList>): ApexValue {
      const { items } = need(rows);
      if (items.length === 1) return items[0] ?? null;
      const problem = items.length === 0 ? 'has no rows' : 'has more than 1 row';
      return runtime.throwNew('System.QueryException', `List ${problem} for assignment to SObject`);
    },

    /** Paths through an empty relationship: fields are null, checkboxes false. */
    fieldOfParent(parent: Maybe<ApexSObject>, objectName: string, fieldName: string): ApexValue {
      if (parent) return parent.get(fieldName);
      return runtime.org.schema().find(objectName)?.field(fieldName)?.type === 'boolean' ? false : null;
    },
    parentOfParent: (parent: Maybe<ApexSObject>, _objectName: string, name: string): Maybe<ApexSObject> =>
      parent?.getParent(name) ?? null,
    childrenOfParent: (parent: Maybe<ApexSObject>, objectName: string, name: string): ApexList =>
      (parent ?? ApexSObject.create(runtime, objectName)).getChildren(name),
  };
}

function isIterator(value: ApexValue): boolean {
  if (value instanceof ApexInstance) return value.platformSlot('hasNext', 0) !== undefined;
  return typeof value === 'object' && value !== null && 'p_hasnext_0' in value;
}
