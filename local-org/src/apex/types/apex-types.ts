import type {
  ApexType,
  ClassApexType,
  NullType,
  SObjectApexType,
  TypeParameter,
  VoidType,
} from './apex-type';
import type { TypeSymbol } from './symbols';

/** Looks types up by name and interns them. Names are case-insensitive. */
export interface ApexTypes {
  readonly void: VoidType;
  readonly null: NullType;
  /** The generic `SObject`. */
  readonly sobject: SObjectApexType;
  /** The type of an object of the schema, by API name in any case. */
  sobjectType(objectName: string): SObjectApexType | undefined;
  /** The interned type of a symbol with arguments. */
  of(symbol: TypeSymbol, typeArguments?: readonly ApexType[]): ClassApexType;
  /** A platform type without arguments: `platform('String')`, `platform('Database.SaveResult')`. Must exist. */
  platform(name: string): ClassApexType;
  list(element: ApexType): ClassApexType;
  set(element: ApexType): ClassApexType;
  map(key: ApexType, value: ApexType): ClassApexType;
  /** The type parameter of a generic platform class by name and place. */
  parameter(name: string, index: number): TypeParameter;
  /** A type by its name as `Type.forName` and JSON take it: `List<Account>`, `Outer.Inner`, `ns.Class`. */
  find(name: string): ApexType | undefined;
  /** A symbol by qualified name: user types first, then System, Schema and other namespaces. */
  symbol(name: string): TypeSymbol | undefined;
  /** Replaces the user types, after a deploy; schema types follow the schema. */
  withUserTypes(symbols: readonly TypeSymbol[]): ApexTypes;
}
