import type { ApexType } from '../types/apex-type';
import type { ApexTypes } from '../types/apex-types';
import { argumentConversion, assignment } from './conversions';
import { isObjectType, isPlatform, isSubtype, supertypesOf } from './subtypes';

/** What is chosen among: a method or constructor with the types of its parameters. */
export interface Candidate {
  readonly parameters: readonly ApexType[];
}

/** The chosen candidate, or why there is none. */
export type OverloadChoice<C extends Candidate> = C | 'none' | 'ambiguous';

/**
 * How well an argument fits a parameter; less is better. The very type comes first, then supertypes by their distance,
 * then conversions to the nearest type, Object last.
 */
const EXACT = 0;
const FARTHEST_SUPERTYPE = 100;
const CONVERTED = 101;
const CHECKED = 110;
const OBJECT = 111;

/** Widening goes to the nearest type. */
const WIDENING = ['Long', 'Double', 'Decimal'];

/**
 * Chooses among methods or constructors of one name by the types of the arguments: the one that fits each argument at
 * least as well as every other. A null argument fits all of them alike.
 *
 * UNVERIFIED: a Decimal argument is passed to a Double parameter when nothing else fits and the platform declares it.
 * @param allowDecimalAsDouble for members of the platform
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_defining_methods.htm
 */
export function chooseMethod<C extends Candidate>(
  candidates: readonly C[],
  argumentTypes: readonly ApexType[],
  types: ApexTypes,
  allowDecimalAsDouble = false,
): OverloadChoice<C> {
  const strict = candidates.filter((each) => fits(each, argumentTypes, types, argumentConversion));
  if (strict.length > 0) return mostSpecific(strict, argumentTypes, types);
  if (!allowDecimalAsDouble) return 'none';
  const loose = candidates.filter((each) => fits(each, argumentTypes, types, assignment));
  return loose.length > 0 ? mostSpecific(loose, argumentTypes, types) : 'none';
}

function fits(
  { parameters }: Candidate,
  argumentTypes: readonly ApexType[],
  types: ApexTypes,
  convert: typeof assignment,
): boolean {
  return (
    parameters.length === argumentTypes.length &&
    parameters.every((parameter, i) => {
      const argument = argumentTypes[i];
      return argument !== undefined && convert(argument, parameter, types) !== null;
    })
  );
}

function mostSpecific<C extends Candidate>(
  candidates: readonly C[],
  argumentTypes: readonly ApexType[],
  types: ApexTypes,
): OverloadChoice<C> {
  const best = candidates.filter((each) =>
    candidates.every((other) => other === each || isBetter(each, other, argumentTypes, types)),
  );
  return best[0] ?? 'ambiguous';
}

/** Whether one candidate fits no argument worse than another, and one better. */
function isBetter(
  candidate: Candidate,
  other: Candidate,
  argumentTypes: readonly ApexType[],
  types: ApexTypes,
): boolean {
  let better = false;
  for (const [i, argument] of argumentTypes.entries()) {
    const own = candidate.parameters[i];
    const others = other.parameters[i];
    if (!own || !others) return false;
    const order = compare(argument, own, others, types);
    if (order > 0) return false;
    if (order < 0) better = true;
  }
  return better;
}

/** Negative when the first parameter fits the argument better, positive when the second does; null fits all alike. */
function compare(argument: ApexType, first: ApexType, second: ApexType, types: ApexTypes): number {
  if (first === second || argument.kind === 'null') return 0;
  return rank(argument, first, types) - rank(argument, second, types);
}

function rank(argument: ApexType, parameter: ApexType, types: ApexTypes): number {
  if (argument === parameter) return EXACT;
  if (isObjectType(parameter)) return OBJECT;
  if (isSubtype(argument, parameter, types))
    return Math.min(distance(argument, parameter, types), FARTHEST_SUPERTYPE);
  const place = WIDENING.findIndex((name) => isPlatform(parameter, name));
  if (place >= 0) return CONVERTED + 1 + place;
  return assignment(argument, parameter, types)?.conversion?.kind === 'checked' ? CHECKED : CONVERTED;
}

/** Steps from a type up to one that it extends or implements. */
function distance(from: ApexType, to: ApexType, types: ApexTypes): number {
  if (from === to) return 0;
  if (from.kind !== 'class' || to.kind !== 'class') return 1;
  if (from.symbol === to.symbol) {
    return from.arguments.reduce(
      (sum, argument, i) => sum + rank(argument, to.arguments[i] ?? argument, types),
      0,
    );
  }
  const steps = supertypesOf(from, types)
    .filter((supertype) => isSubtype(supertype, to, types))
    .map((supertype) => distance(supertype, to, types));
  return 1 + Math.min(FARTHEST_SUPERTYPE, ...steps);
}
