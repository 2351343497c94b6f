import type { ApexType } from '../types/apex-type';
import type { ApexTypes } from '../types/apex-types';
import type { BoundConversion } from './bound';
import { isObjectType, isPlatform, isSubtype } from './subtypes';

/** How a value gets from one type to another; `conversion` null when nothing is to be done. */
export interface Assignment {
  readonly conversion: BoundConversion | null;
}

const UNCHANGED: Assignment = { conversion: null };

type SimpleKind = Exclude<BoundConversion['kind'], 'checked'>;
type ConversionTable<K> = Readonly<Record<string, Readonly<Record<string, K>>>>;

/** Conversions that happen by themselves when a value is assigned, by the names of the types. */
const IMPLICIT: ConversionTable<SimpleKind | 'none'> = {
  Integer: { Long: 'integerToLong', Double: 'integerToDouble', Decimal: 'integerToDecimal' },
  Long: { Double: 'longToDouble', Decimal: 'longToDecimal' },
  Double: { Decimal: 'doubleToDecimal' },
  Decimal: { Double: 'decimalToDouble' },
  Date: { Datetime: 'dateToDatetime' },
  Id: { String: 'none' },
  String: { Id: 'stringToId' },
};

/** Conversions that a cast makes. */
const NARROWING: ConversionTable<SimpleKind> = {
  Long: { Integer: 'longToInteger' },
  Double: { Integer: 'doubleToInteger', Long: 'doubleToLong' },
  Decimal: { Integer: 'decimalToInteger', Long: 'decimalToLong' },
};

/**
 * How a value of one type is assigned to a variable of another; null when it cannot be.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_conversion.htm
 */
export function assignment(from: ApexType, to: ApexType, types: ApexTypes): Assignment | null {
  if (from.kind === 'void' || to.kind === 'void') return null;
  // Only a type that could not be resolved is null on the right.
  if (from.kind === 'null' || to.kind === 'null' || isSubtype(from, to, types)) return UNCHANGED;
  const implicit = namedConversion(IMPLICIT, from, to);
  if (implicit) return implicit === 'none' ? UNCHANGED : { conversion: { kind: implicit } };
  if (isGenericRecordList(from, types) && isRecordList(to))
    return { conversion: { kind: 'checked', type: to } };
  return null;
}

/**
 * How an argument of one type is passed to a parameter of another; as an assignment, but that a Decimal is no Double.
 */
export function argumentConversion(from: ApexType, to: ApexType, types: ApexTypes): Assignment | null {
  if (isPlatform(from, 'Decimal') && isPlatform(to, 'Double')) return null;
  return assignment(from, to, types);
}

/**
 * How a value of one type is cast to another: what an assignment does, or a check at run time; null when an instance of
 * the one is never one of the other.
 */
export function castConversion(from: ApexType, to: ApexType, types: ApexTypes): Assignment | null {
  const assigned = assignment(from, to, types);
  if (assigned) return assigned;
  const narrowed = namedConversion(NARROWING, from, to);
  if (narrowed) return { conversion: { kind: narrowed } };
  return mayBe(from, to, types) ? { conversion: { kind: 'checked', type: to } } : null;
}

/** Whether a cast from one type to another compiles. */
export function castable(from: ApexType, to: ApexType, types: ApexTypes): boolean {
  return castConversion(from, to, types) !== null;
}

/** What is known of `x instanceof T` without running it. */
export type InstanceOfOutcome = 'always' | 'never' | 'unknown';

/** Whether values of one type are instances of another always, never, or as it comes. */
export function instanceOfOutcome(from: ApexType, tested: ApexType, types: ApexTypes): InstanceOfOutcome {
  if (from.kind === 'null') return 'unknown';
  if (isSubtype(from, tested, types)) return 'always';
  return mayBe(from, tested, types) || isIdOfString(from, tested) ? 'unknown' : 'never';
}

/** The kinds of numbers in the order of promotion. */
const NUMBERS = ['integer', 'long', 'double', 'decimal'] as const;
export type NumberKind = (typeof NUMBERS)[number];

const NUMBER_NAMES: Readonly<Record<NumberKind, string>> = {
  integer: 'Integer',
  long: 'Long',
  double: 'Double',
  decimal: 'Decimal',
};

/** The kind of a number type; null for other types. */
export function numberKindOf(type: ApexType): NumberKind | null {
  return NUMBERS.find((kind) => isPlatform(type, NUMBER_NAMES[kind])) ?? null;
}

/** The type of numbers of a kind. */
export function numberType(kind: NumberKind, types: ApexTypes): ApexType {
  return types.platform(NUMBER_NAMES[kind]);
}

/**
 * The kind in which arithmetic on two types is done: the wider of both; null unless both are numbers. Null counts as what
 * the other operand is.
 */
export function promotedKind(left: ApexType, right: ApexType): NumberKind | null {
  const leftKind = numberKindOf(left);
  const rightKind = numberKindOf(right);
  if (left.kind === 'null') return rightKind;
  if (right.kind === 'null') return leftKind;
  if (!leftKind || !rightKind) return null;
  return NUMBERS.indexOf(leftKind) > NUMBERS.indexOf(rightKind) ? leftKind : rightKind;
}

function namedConversion<K>(table: ConversionTable<K>, from: ApexType, to: ApexType): K | undefined {
  if (from.kind !== 'class' || to.kind !== 'class') return undefined;
  if (from.symbol.origin !== 'platform' || to.symbol.origin !== 'platform') return undefined;
  return table[from.name]?.[to.name];
}

const isIdOfString = (from: ApexType, to: ApexType): boolean =>
  isPlatform(from, 'String') && isPlatform(to, 'Id');

/** `List<SObject>`: what dynamic queries give; each list says at run time what it holds. */
export function isGenericRecordList(type: ApexType, types: ApexTypes): boolean {
  return (
    type.kind === 'class' &&
    type.symbol === types.platform('List').symbol &&
    type.arguments[0] === types.sobject
  );
}

function isRecordList(type: ApexType): boolean {
  return (
    type.kind === 'class' &&
    type.symbol.qualifiedName === 'System.List' &&
    type.arguments[0]?.kind === 'sobject'
  );
}

/** Whether a value declared with one type may turn out to be of another. */
function mayBe(from: ApexType, to: ApexType, types: ApexTypes): boolean {
  if (from.kind === 'void' || to.kind === 'void') return false;
  if (isObjectType(from) || isSubtype(to, from, types)) return true;
  if (from.kind !== 'class' || to.kind !== 'class') return false;
  if (from.symbol === to.symbol)
    return !isPlatformSet(from) && argumentsMayBe(from.arguments, to.arguments, types);
  return from.symbol.kind === 'interface' ? isOpenTo(to) : to.symbol.kind === 'interface' && isOpenTo(from);
}

/** Whether some class could implement an interface and be of the type as well; scalars and enums never are. */
function isOpenTo(type: ApexType): boolean {
  return (
    type.kind === 'class' &&
    type.symbol.kind !== 'enum' &&
    (type.symbol.origin === 'user' || isGenericInterface(type))
  );
}

const isPlatformSet = (type: ApexType): boolean =>
  type.kind === 'class' && type.symbol.qualifiedName === 'System.Set';

const isGenericInterface = (type: ApexType): boolean =>
  type.kind === 'class' && (type.symbol.kind === 'interface' || type.arguments.length > 0);

/** Lists and maps of records are told apart at run time. */
function argumentsMayBe(from: readonly ApexType[], to: readonly ApexType[], types: ApexTypes): boolean {
  return from.every((argument, i) => {
    const wanted = to[i];
    if (!wanted) return false;
    const bothRecords = argument.kind === 'sobject' && wanted.kind === 'sobject';
    return (
      bothRecords ||
      isSubtype(argument, wanted, types) ||
      mayBe(argument, wanted, types) ||
      isIdOrString(argument, wanted)
    );
  });
}

const isIdOrString = (from: ApexType, to: ApexType): boolean =>
  isIdOfString(from, to) || isIdOfString(to, from);
