/**
 * What the compiler says about declarations and types, in the platform's words.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_defining.htm
 */
export const DECLARATION_MESSAGES = {
  // Types
  invalidType: (name: string) => `Invalid type: ${name}`,
  /** No message of the platform: the type exists there. */
  unsupportedType: (name: string) => `Apex type ${name} is not supported by the local org`,
  /** No message of the platform: the object exists there. */
  unsupportedObject: (name: string) => `sObject ${name} is not supported by the local org`,
  typeNotVisible: (name: string) => `Type is not visible: ${name}`,
  typeTooDeep: (name: string, depth: number) =>
    `Exceeded max parameterized type depth: ${name}, depth: ${depth}`,
  argumentsForPlainType: (name: string) => `Type arguments provided for a non-parameterized type: ${name}`,
  noArgumentsForGenericType: (name: string) => `No type arguments provided for a parameterized type: ${name}`,
  typeArgumentCount: (name: string, expected: number, found: number) =>
    `Invalid type argument count for ${name}: expected ${expected} but found ${found}`,
  voidParameter: () => 'Parameters cannot be of type void',
  voidVariable: () => 'Variables cannot be of type void',
  voidProperty: () => 'Properties cannot be of type void',

  // Identifiers
  invalidCharacter: (name: string) => `Invalid character in identifier: ${name}`,
  reservedName: (name: string) => `Identifier name is reserved: ${name}`,
  reservedTypeName: (name: string) => `Identifier type is reserved: ${name}`,
  keywordName: (name: string) => `Identifier cannot be a keyword: ${name}`,
  nameTooLong: (name: string) => `Identifier name is too long: ${name}`,
  /** UNVERIFIED: the words for a class in a file of another name. */
  fileName: (file: string, name: string) => `Class name must match file name: ${name} in ${file}`,

  // Supertypes
  circular: (name: string) => `Circular definition: ${name}`,
  notAClass: (name: string) => `Invalid class: ${name}`,
  notAnInterface: (name: string) => `Invalid interface: ${name}`,
  finalSuperclass: (name: string) => `Non-virtual and non-abstract type cannot be extended: ${name}`,
  interfaceTwice: (name: string) => `Interface already implemented: ${name}`,
  topLevelOnly: (name: string) => `Only top-level classes can implement ${name}`,
  exceptionName: (name: string) =>
    `Classes extending Exception must have a name ending in 'Exception': ${name}`,
  exceptionSuperclass: (name: string) => `Exception class must extend another Exception class: ${name}`,
  exceptionConstructor: (signature: string) => `System exception constructor already defined: ${signature}`,
  noDefaultConstructor: (name: string) => `No default constructor available in super type: ${name}`,
  methodNotVisible: (signature: string) => `Method is not visible: ${signature}`,

  // Members
  typeNameInUse: (name: string) => `Type name already in use: ${name}`,
  innerInnerType: () => 'Inner types are not allowed to have inner types',
  innerStaticBlock: () => 'Inner types are not allowed to have static blocks',
  duplicateField: (name: string) => `Duplicate field: ${name}`,
  duplicateVariable: (name: string) => `Duplicate variable: ${name}`,
  duplicateMethod: (name: string, signature: string, typeName: string) =>
    `Method already defined: ${name} ${signature} from the type ${typeName}`,
  constructorName: (name: string) => `Invalid constructor name: ${name}`,
  tooManyParameters: (most: number) => `Invalid number of parameters exceeds: ${most}`,
  bodyOfAbstract: () => 'Abstract methods cannot have a body',
  noBody: () => 'Method must have a body',
  accessor: (accessor: string, property: string) =>
    `Cannot declare ${accessor} accessor on ${property} property`,
  newProtected: () => 'New protected methods cannot be defined in non-virtual classes',

  // Overriding
  mustOverride: (signature: string) => `Method must use the override keyword: ${signature}`,
  overridesNothing: (signature: string) => `@Override specified for non-overriding method: ${signature}`,
  reducedVisibility: (signature: string) => `Cannot reduce the visibility of method: ${signature}`,
  notVirtual: (signature: string) => `Non-virtual, non-abstract methods cannot be overridden: ${signature}`,
  staticOverridden: (signature: string, own: string) =>
    `Cannot override static method: ${signature} with ${own}`,
  returnTypesClash: (own: string, inherited: string, typeName: string) =>
    `Method return types clash: ${own} vs ${inherited} from the type ${typeName}`,
  abstractMissing: (className: string, signature: string) =>
    `Class ${className} must implement the abstract method: ${signature}`,
  interfaceMethodMissing: (className: string, signature: string) =>
    `Class ${className} must implement the method: ${signature}`,
  interfaceMethodHidden: (className: string, signature: string) =>
    `${className}: Overriding implementations of global or public interface methods must be global or public: ${signature}`,

  // Modifiers and annotations
  topLevelAccess: () => 'Top-level type must have public or global visibility',
  oneScope: () => 'Declarations can only have one scope',
  duplicateModifier: (modifier: string) => `Duplicate modifier: ${modifier}`,
  modifierNotAllowed: (modifier: string, elements: string) => `${modifier} is not allowed on ${elements}`,
  modifierTopLevel: (modifier: string, elements: string) =>
    `${modifier} can only be used on ${elements} of a top level type`,
  onlyTopLevelType: (modifier: string) => `${modifier} can only be used on a top level type`,
  modifierByDefault: (elements: string, modifier: string) => `${elements} are by default ${modifier}`,
  modifierRequires: (modifier: string, elements: string, required: string) =>
    `${modifier} ${elements} must be declared as ${required}`,
  modifierRequiresOne: (modifier: string, elements: string, required: readonly string[]) =>
    `${modifier} ${elements} require at least one of the following ${required.join(', ')}`,
  modifierExcludes: (modifier: string, elements: string, excluded: string) =>
    `${modifier} ${elements} cannot be ${excluded}`,
  definingTypeRequires: (modifier: string, elements: string, required: string) =>
    `Defining type for ${modifier} ${elements} must be declared as ${required}`,
  unexpectedToken: (token: string) => `Unexpected token '${token}'.`,
  unknownAnnotation: (name: string) => `Annotation does not exist: ${name}`,
  noSuchProperty: (property: string, annotation: string) =>
    `No such property, ${property}, defined on this annotation: ${annotation}`,
  propertyType: (property: string, type: string) =>
    `Invalid value for property ${property} expected type ${type}`,
  propertyValue: (property: string, annotation: string, value: string) =>
    `Annotation property, ${property} on ${annotation}, unknown value: ${value}`,
  propertyNotAllowed: (property: string, annotation: string, elements: string) =>
    `Annotation property, ${property} on ${annotation}, is not allowed on ${elements}`,
  oncePerType: (annotation: string) => `Only one method per type can be defined with: ${annotation}`,
  noMethodParameters: (annotation: string) => `${annotation} methods do not support parameters`,
  returnTypeUnsupported: (annotation: string, type: string) =>
    `${annotation} methods do not support return type of ${type}`,
  parameterTypeUnsupported: (annotation: string, type: string) =>
    `${annotation} methods do not support parameter type of ${type}`,
  fieldTypeUnsupported: (annotation: string, type: string) =>
    `${annotation} fields do not support type of ${type}`,

  // Annotations with rules of their own
  auraOverload: (name: string) => `Overload of AuraEnabled method: ${name} overload is not permitted`,
  auraInstanceParameters: () => 'Non static AuraEnabled methods may not have parameters',
  auraInstanceName: () => "Non static AuraEnabled methods must be named with a prefix 'get'",
  invocableSingleParameter: () => 'Only one parameter is supported on methods with @Invocable annotation',
  invocableListParameter: (type: string) =>
    `Unsupported parameter type ${type}. Valid invocable parameters must be List types like List<T> where T is a supported type`,
  invocableOnlyDeprecated: () => 'The only annotation that can be used with InvocableMethod is Deprecated',
  readOnlyMisplaced: () =>
    'Only WebService, RemoteAction or Schedulable.execute(SchedulableContext) methods can be marked ReadOnly',
  jsonAccessEmpty: () => 'At least one JSON serialization control parameter must be specified',
  urlEmpty: () => 'Rest Resource url cannot be empty',
  urlTooLong: () => 'Rest Resource url cannot be longer than 255 characters',
  urlWithoutSlash: () => "Rest Resource url must begin with a forward slash, '/'",
  urlBeforeWildcard: () => "Rest Resource url wildcard, '*', must be preceded by a forward slash, '/'",
  urlAfterWildcard: () =>
    "Rest Resource url wildcard, '*', must be followed by a forward slash, '/', or be the last character",
  testException: () => 'Only top-level non-exception class types can be marked as tests',
  testParameters: () => 'Test methods must have no arguments',
  testSetupResult: () => 'Test setup method must return void',
  testSetupSeesAllData: () => 'Test class cannot be annotated with @isTest(SeeAllData=true)',
  testSetupMethodSeesAllData: () =>
    'Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)',
  parallelSeesAllData: () =>
    'Test class annotated with @isTest(IsParallel=true) cannot also be annotated with @isTest(SeeAllData=true)',
  parallelMethodSeesAllData: () =>
    'Test class annotated with @isTest(IsParallel=true) cannot have any methods annotated with @isTest(SeeAllData=true)',

  // Triggers
  triggerObject: (name: string) => `Invalid type: Schema.${name}`,
  triggerUnsupported: (name: string) => `SObject type does not allow triggers: ${name}`,
  triggerOfEvent: (name: string) => `Platform Event SObjects only supports after insert: ${name}`,
  triggerUsageTwice: (usage: string) => `Duplicate Trigger Usage: ${usage}`,
  beforeUndelete: () => 'Trigger Usage Before Undelete is not supported',
} as const;
