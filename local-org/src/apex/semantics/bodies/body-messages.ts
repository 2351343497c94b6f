import { DECLARATION_MESSAGES } from '../declaration-messages';

/** What is said of declarations and of bodies alike. */
const { duplicateVariable, methodNotVisible, voidVariable } = DECLARATION_MESSAGES;

/**
 * What the compiler says of bodies, in the platform's words.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_intro.htm
 */
export const BODY_MESSAGES = {
  abstractCall: (name: string) => `Abstract method cannot be called directly: ${name}`,
  abstractNew: (type: string) => `Abstract classes cannot be constructed: ${type}`,
  addErrorOnScalar: () => 'addError must be invoked on an SObject scalar field',
  addErrorSafely: () => 'Safe navigation operator is not allowed between SObject field and addError',
  addErrorOnField: () => 'addError must be invoked on an expression that is an exact SObject field reference',
  alreadyCaught: (type: string) => `Exception type already caught: ${type}`,
  ambiguous: (signature: string) => `Ambiguous method signature: ${signature}`,
  arithmeticOfVoid: () => 'Arithmetic expressions are not allowed on void types',
  listInitializer: (found: string, element: string) =>
    `Invalid initializer type ${found} found for List<${element}>: expected an Integer or a List of type ${element}`,
  bitOperands: (operator: string) =>
    `${operator} operator can only be applied to Boolean expressions or to Integer or Long expressions`,
  breakOutsideLoop: () => 'Break statement must be in loop',
  caughtNoException: (type: string) => `Catch block variable must be of type exception: ${type}`,
  castNever: (from: string, to: string) =>
    `Incompatible types since an instance of ${from} is never an instance of ${to}`,
  castRefused: (type: string) => `Operation cast is not allowed on type: ${type}`,
  comparison: (left: string, right: string) =>
    `Comparison arguments must be compatible types: ${left}, ${right}`,
  condition: (type: string) => `Condition expression must be of type Boolean: ${type}`,
  constructorNotDefined: (type: string, args: string) =>
    `Constructor not defined: [${type}].<Constructor>(${args})`,
  constructorReturn: () => 'Constructors must not return a value',
  continueOutsideLoop: () => 'Continue statement must be in loop',
  dateOperand: () => 'Date expressions must use Integer or Long',
  datetimeOperand: () => 'Date/time expressions must use Integer or Double or Decimal',
  dmlType: (type: string) => `DML requires SObject or SObject list type: ${type}`,
  duplicateFieldInit: (name: string) => `Duplicate field initialization: ${name}`,
  duplicateVariable,
  exactEquality: (type: string) => `Exact equality operator only allowed for reference types: ${type}`,
  fieldMissing: (name: string, type: string) => `Field does not exist: ${name} on ${type}`,
  /** No message of the platform: the field exists there. */
  unsupportedField: (name: string, type: string) => `Field ${type}.${name} is not supported by the local org`,
  finalAssignment: (name: string) =>
    `Final members can only be assigned in their declaration, init blocks, or constructors: ${name}`,
  forwardReference: (name: string) => `Illegal forward reference: ${name}`,
  illegalAssignment: (from: string, to: string) => `Illegal assignment from ${from} to ${to}`,
  illegalConversion: (from: string, to: string) => `Illegal conversion from ${from} to ${to}`,
  illegalInteger: () => 'Illegal integer',
  illegalLong: () => 'Illegal long',
  incompatibleCoalesce: (left: string, right: string) =>
    `Incompatible types in null coalescing operator: ${left}, ${right}`,
  incompatibleTernary: (left: string, right: string) =>
    `Incompatible types in ternary operator: ${left}, ${right}`,
  incrementNumeric: (form: string, type: string) =>
    `Unary ${form} can only be applied to numeric expressions: ${type}`,
  inequalityType: (type: string) => `Inequality operator not allowed for this type: ${type}`,
  initialExpression: (expected: string, actual: string) =>
    `Initial expression is of incorrect type, expected: ${expected} but was: ${actual}`,
  initialKey: (actual: string, key: string) => `Invalid key type ${actual} for ${key}`,
  initialValue: (actual: string, value: string) => `Invalid value type ${actual} for ${value}`,
  instanceOfAlways: (from: string, to: string) =>
    `Operation instanceof is always true since an instance of ${from} is always an instance of ${to}`,
  instanceMethodInChain: (signature: string) =>
    `Cannot reference instance methods in a constructor invocation: ${signature}`,
  instanceVariableInChain: (name: string) =>
    `Cannot reference instance variables in a constructor invocation: ${name}`,
  instanceOfRefused: (type: string) => `Operation instanceof is not allowed on type: ${type}`,
  instanceOfNever: (from: string, to: string) =>
    `Operation instanceof is always false since an instance of ${from} is never an instance of ${to}`,
  listIndex: (type: string) => `List index must be of type Integer: ${type}`,
  listType: (type: string) => `Expression must be a list type: ${type}`,
  logical: () => 'Logical operator can only be applied to Boolean',
  loopCollection: (type: string) => `Loop must iterate over collection: ${type}`,
  loopVariable: (expected: string, actual: string) =>
    `Invalid loop variable type expected ${expected} was ${actual}`,
  mapInitializer: (found: string, key: string, value: string) =>
    `Invalid initializer type ${found} found for Map<${key},${value}>: expected a Map with the same key and value types, or a valid SObject List`,
  mergeObject: (name: string) => `Specified type ${name} cannot be merged`,
  mergeType: (type: string) => `Merge requires a concrete SObject type: ${type}`,
  methodMissing: (signature: string, type: string) =>
    `Method does not exist or incorrect signature: ${signature} from the type ${type}`,
  methodNotVisible,
  missingReturn: (type: string) => `Missing return statement required return type: ${type}`,
  namedArgumentsOnly: (type: string) => `Type requires name=value pair construction: ${type}`,
  negateOperand: () => 'Unary negation must use a numeric argument',
  negateBits: (type: string) => `Invalid type for bitwise negate: ${type}`,
  noConstructor: (args: string) => `No constructor defined: void <init>(${args})`,
  notAStatement: () => 'Expression cannot be a statement.',
  notAssignable: () => 'Expression cannot be assigned',
  notBoolean: (operator: string) => `${operator} operator can only be applied to boolean expressions`,
  notConstructable: (type: string) => `Type cannot be constructed: ${type}`,
  notNamedArguments: (type: string) =>
    `Invalid constructor syntax, name=value pairs can only be used for SObjects: ${type}`,
  nonStaticMethod: (signature: string) =>
    `Non static method cannot be referenced from a static context: ${signature}`,
  notStored: (name: string, type: string) => `A value cannot be stored to ${name} in type ${type}`,
  numericArguments: () => 'Arithmetic expressions must use numeric arguments',
  queryLoopVariable: (record: string) =>
    `Loop variable must be a generic SObject or List or a concrete SObject or List of: ${record}`,
  returnOutsideMethod: () => 'Return must be called from a method',
  returnInVoid: () => 'Void method must not return a value',
  runAsArgument: () => "runAs requires a single argument of type 'User' or 'Version'",
  securityEnforced: () =>
    'WITH SECURITY_ENFORCED is not supported in API version 67.0 and later. Use WITH USER_MODE',
  setInitializer: (found: string, element: string) =>
    `Invalid initializer type ${found} found for Set<${element}>: expected a List or a Set of type: ${element}`,
  shiftOperands: (operator: string) => `${operator} operation can only be applied to Integer or Long types`,
  staticMethod: (signature: string) =>
    `Static method cannot be referenced from a non static context: ${signature}`,
  staticVariable: (name: string, type: string) =>
    `Static field cannot be referenced from a non static context: ${name} from the type ${type}`,
  superFirst: () => "Call to 'super()' must be the first statement in a constructor method",
  superStatic: () => 'Super cannot be referenced in a static context',
  switchAlreadyMatched: (value: string) =>
    `${value} occurs as more than one when branch for this switch statement`,
  switchElseLast: () => "'when else' must be the last when block",
  switchNoBranches: () => 'Switch statement requires at least one when block',
  switchRecordsOnly: () => "Switching on SObject types must be a 'when type variable' or 'when null'",
  switchType: (type: string) => `${type} is not a valid switch expression type`,
  switchValue: (value: string, type: string) =>
    `${value} value in when expression cannot be implicitly converted to the ${type} type in switch expression`,
  thisFirst: () => "Call to 'this()' must be the first statement in a constructor method",
  thisStatic: () => 'This cannot be referenced in a static context',
  throwNoException: (type: string) => `Throw expression must be of type exception: ${type}`,
  timeOperand: () => 'Time expressions must use Integer or Long',
  triggerReturn: () => 'Trigger bodies must not return a value',
  unreachable: () => 'Unreachable statement',
  upsertField: (name: string) =>
    `Invalid field for upsert, must be an External Id custom or standard indexed field: ${name}`,
  upsertType: () => 'Upsert with a field specification requires a concrete SObject type',
  variableMissing: (name: string) => `Variable does not exist: ${name}`,
  variableNotVisible: (name: string) => `Variable is not visible: ${name}`,
  voidVariable,
  whenConstant: () => "'when expression' must be a literal, a constant literal field or enum value",
} as const;
