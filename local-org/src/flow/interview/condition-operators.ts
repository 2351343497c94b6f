import { UnsupportedFeatureError } from '../../core';
import type { ConditionSet, FlowCondition } from '../definition/conditions';
import { evaluateLogic, parseLogic } from '../definition/logic';
import { areEqual, contains, orderOf, textMatches } from './compare';
import { FlowFault } from './flow-fault';
import { isCollection, type FlowValue } from './flow-value';
import type { Interview } from './interview';

type ConditionOperator = (interview: Interview, condition: FlowCondition) => boolean;
type Comparison = (left: FlowValue, right: FlowValue) => boolean;

const FORMULA_LOGIC = 'formula_evaluates_to_true';

/**
 * The operators of conditions, which compare as Apex does.
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_operators_condition.htm
 */
export const CONDITION_OPERATORS: ReadonlyMap<string, ConditionOperator> = new Map([
  ['EqualTo', comparing(areEqual)],
  ['NotEqualTo', comparing((left, right) => !areEqual(left, right))],
  ['GreaterThan', comparing((left, right) => ordered(left, right, (order) => order > 0))],
  ['LessThan', comparing((left, right) => ordered(left, right, (order) => order < 0))],
  ['GreaterThanOrEqualTo', comparing((left, right) => ordered(left, right, (order) => order >= 0))],
  ['LessThanOrEqualTo', comparing((left, right) => ordered(left, right, (order) => order <= 0))],
  ['StartsWith', comparing((left, right) => textMatches(left, right, (text, part) => text.startsWith(part)))],
  ['EndsWith', comparing((left, right) => textMatches(left, right, (text, part) => text.endsWith(part)))],
  ['Contains', comparing(contains)],
  ['In', comparing((left, right) => contains(right, left))],
  ['NotIn', comparing((left, right) => !contains(right, left))],
  ['IsNull', asking((interview, path) => isNull(interview.resolve(path)))],
  ['IsBlank', asking((interview, path) => isBlank(interview.resolve(path)))],
  ['IsEmpty', asking((interview, path) => isEmpty(interview.resolve(path)))],
  ['HasNoValue', asking((interview, path) => isNull(interview.resolve(path)))],
  ['HasValue', asking((interview, path) => !isNull(interview.resolve(path)))],
  ['IsChanged', asking(isChanged)],
  ['WasSet', asking((interview, path) => !isBlank(interview.resolve(path)))],
  ['WasSelected', asking((interview, path) => interview.visited.has(`choice:${path.toLowerCase()}`))],
  ['WasVisited', asking((interview, path) => interview.visited.has(path.toLowerCase()))],
]);

type Test = (interview: Interview) => boolean;

const compiledSets = new WeakMap<ConditionSet, Test>();

/** Whether conditions hold for an interview. @throws FlowFault for logic that cannot be read */
export function conditionsHold(interview: Interview, set: ConditionSet): boolean {
  let test = compiledSets.get(set);
  if (!test) compiledSets.set(set, (test = compileConditions(set)));
  return test(interview);
}

function compileConditions({ logic, conditions, formula }: ConditionSet): Test {
  if (logic === FORMULA_LOGIC || (formula !== undefined && conditions.length === 0))
    return (interview) => interview.formula(formula ?? '', 'Boolean') === true;
  const parsed = parseLogic(logic);
  if (!parsed) throw new FlowFault(`The condition logic ${logic} isn't valid.`);
  const tests = conditions.map(compileCondition);
  const [only] = tests;
  if (parsed.kind === 'all' && only && tests.length === 1) return only;
  return (interview) => evaluateLogic(parsed, tests.length, (index) => tests[index]?.(interview) ?? false);
}

function compileCondition(condition: FlowCondition): Test {
  const operator = CONDITION_OPERATORS.get(condition.operator);
  return (interview) => {
    if (!operator) throw new UnsupportedFeatureError(`Flow: condition operator ${condition.operator}`);
    return operator(interview, condition);
  };
}

function comparing(comparison: Comparison): ConditionOperator {
  return (interview, { left, right }) => comparison(interview.resolve(left), interview.valueOf(right));
}

/** An operator whose right side says whether the answer must be true or false. */
function asking(answer: (interview: Interview, path: string) => boolean): ConditionOperator {
  return (interview, { left, right }) => {
    const wanted = interview.valueOf(right);
    return answer(interview, left) === (wanted === null || areEqual(wanted, true));
  };
}

function ordered(left: FlowValue, right: FlowValue, test: (order: number) => boolean): boolean {
  const order = orderOf(left, right);
  return order !== null && test(order);
}

function isNull(value: FlowValue): boolean {
  return value === null;
}

function isBlank(value: FlowValue): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function isEmpty(value: FlowValue): boolean {
  return isCollection(value) ? value.length === 0 : isBlank(value);
}

/** On create every field that has a value counts as changed. */
function isChanged(interview: Interview, path: string): boolean {
  const current = interview.resolve(path);
  if (interview.trigger?.isNew !== false) return current !== null && current !== false;
  return !sameValue(
    current,
    interview.asBefore(() => interview.resolve(path)),
  );
}

function sameValue(a: FlowValue, b: FlowValue): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && areEqual(a, b));
}
