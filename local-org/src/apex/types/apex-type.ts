import type { TypeSymbol } from './symbols';

/**
 * A type of Apex, at compile time and at run time alike. Types are interned by {@link ApexTypes}: the same type is the
 * same object, so they are compared by `===`.
 */
export type ApexType = VoidType | NullType | SObjectApexType | ClassApexType | TypeParameter;

/** What a method without a result returns. */
export interface VoidType {
  readonly kind: 'void';
  /** Name as messages and `Type.getName()` show it. */
  readonly name: 'void';
}

/** The type of `null`. */
export interface NullType {
  readonly kind: 'null';
  readonly name: 'null';
}

/** `SObject` (objectName null) or one object of the schema. */
export interface SObjectApexType {
  readonly kind: 'sobject';
  /** API name as the schema writes it; null for the generic `SObject`. */
  readonly objectName: string | null;
  /** `SObject`, `Account`, `Deal__c`. */
  readonly name: string;
}

/** Every other type: primitives, collections, classes, interfaces and enums of the platform and of users. */
export interface ClassApexType {
  readonly kind: 'class';
  readonly symbol: TypeSymbol;
  /** Type arguments: `Map<Id, Account>` has two. */
  readonly arguments: readonly ApexType[];
  /** `String`, `List<Account>`, `Outer.Inner`, `Database.SaveResult`. System is left out. */
  readonly name: string;
}

/** A type parameter inside the declaration of a generic platform class: `T` of `List<T>`. */
export interface TypeParameter {
  readonly kind: 'parameter';
  readonly name: string;
  readonly index: number;
}
