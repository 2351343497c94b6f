import type { ApexRuntime } from '../../runtime/apex-runtime';
import { dmlFailuresOf, type DmlFailure } from '../../runtime/data/dml-exception';
import { inaccessibleFieldsOf } from '../../runtime/data/query-exception';
import { makeException } from '../../runtime/exceptions';
import type { ClassApexType } from '../../types/apex-type';
import type { ApexException } from '../../runtime/values/apex-exception';
import type { ApexMap } from '../../runtime/values/apex-map';
import { ApexSet } from '../../runtime/values/apex-set';
import { listOf, mapOf } from '../../runtime/values/make-collections';
import type { ApexValue } from '../../runtime/values/apex-value';
import { referencePage } from '../documentation';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';

const DOCUMENTATION = referencePage('apex_classes_exception_methods');

/** A constructor: makes an exception of the platform class it stands in, or goes on with one of a user's class. */
function constructorOf(signature: string): PlatformMember {
  return method(signature, (runtime: ApexRuntime, type: ClassApexType, ...args: ApexValue[]) =>
    makeException(runtime, type.symbol.qualifiedName, null).initialize(args),
  );
}

const constructors: readonly PlatformMember[] = [
  constructorOf('new()'),
  constructorOf('new(String message)'),
  constructorOf('new(Exception cause)'),
  constructorOf('new(String message, Exception cause)'),
];

/** Fields that a query in user mode asked for without the right to read them, by object; empty for other exceptions. */
function inaccessibleFields(runtime: ApexRuntime, self: ApexException): ApexMap {
  const { types } = runtime;
  const set = types.set(types.platform('String'));
  const entries = [...inaccessibleFieldsOf(self)].map(([objectName, names]): [ApexValue, ApexValue] => {
    const fields = new ApexSet(set);
    for (const name of names) fields.add(runtime, name);
    return [objectName, fields];
  });
  return mapOf(runtime, 'String', set, entries);
}

/** What all exceptions can do. */
export const exceptionClass: PlatformClass = {
  name: 'System.Exception',
  kind: 'class',
  documentation: DOCUMENTATION,
  extendable: true,
  abstract: true,
  members: [
    ...constructors,
    method('Exception getCause()', (_runtime: ApexRuntime, self: ApexException) => self.cause),
    method('Map<String, Set<String>> getInaccessibleFields()', inaccessibleFields),
    method('Integer getLineNumber()', (_runtime: ApexRuntime, self: ApexException) => self.lineNumber),
    method('String getMessage()', (_runtime: ApexRuntime, self: ApexException) => self.ownMessage),
    method('String getStackTraceString()', (_runtime: ApexRuntime, self: ApexException) => self.stackTrace),
    method('String getTypeName()', (_runtime: ApexRuntime, self: ApexException) => self.typeName),
    method(
      'void initCause(Exception cause)',
      (_runtime: ApexRuntime, self: ApexException, cause: ApexException | null) => {
        self.cause = cause;
      },
    ),
    method(
      'void setMessage(String message)',
      (_runtime: ApexRuntime, self: ApexException, message: string | null) => {
        self.message = message;
      },
    ),
  ],
};

/** The failure at a position, as the methods of DmlException count them. @throws ListException for a wrong position */
function failureAt(runtime: ApexRuntime, self: ApexException, position: number | null): DmlFailure {
  const failure = dmlFailuresOf(self)[position ?? runtime.throwNull()];
  return failure ?? runtime.throwNew('System.ListException', `List index out of bounds: ${position}`);
}

/** The fields of a failure that its object has. */
function fieldTokens(runtime: ApexRuntime, { objectName = '', fields }: DmlFailure): ApexValue[] {
  const type = runtime.org.schema().find(objectName);
  return fields.flatMap((name) => {
    const field = type?.field(name);
    return type && field ? [runtime.fieldToken(type.name, field.name)] : [];
  });
}

/** What exceptions tell of records that could not be saved. */
const dmlMembers: readonly PlatformMember[] = [
  method('Integer getNumDml()', (_runtime: ApexRuntime, self: ApexException) => dmlFailuresOf(self).length),
  method(
    'Integer getDmlIndex(Integer position)',
    (runtime: ApexRuntime, self: ApexException, position: number | null) =>
      failureAt(runtime, self, position).index,
  ),
  method(
    'String getDmlId(Integer position)',
    (runtime: ApexRuntime, self: ApexException, position: number | null) =>
      failureAt(runtime, self, position).id,
  ),
  method(
    'String getDmlMessage(Integer position)',
    (runtime: ApexRuntime, self: ApexException, position: number | null) =>
      failureAt(runtime, self, position).message,
  ),
  method(
    'String getDmlStatusCode(Integer position)',
    (runtime: ApexRuntime, self: ApexException, position: number | null) =>
      failureAt(runtime, self, position).statusCode,
  ),
  method(
    'System.StatusCode getDmlType(Integer position)',
    (runtime: ApexRuntime, self: ApexException, position: number | null) =>
      runtime.enumValue('System.StatusCode', failureAt(runtime, self, position).statusCode),
  ),
  method(
    'List<Schema.SObjectField> getDmlFields(Integer position)',
    (runtime: ApexRuntime, self: ApexException, position: number | null) =>
      listOf(runtime, 'Schema.SObjectField', fieldTokens(runtime, failureAt(runtime, self, position))),
  ),
  method(
    'List<String> getDmlFieldNames(Integer position)',
    (runtime: ApexRuntime, self: ApexException, position: number | null) =>
      listOf(runtime, 'String', failureAt(runtime, self, position).fields),
  ),
];

function subclass(name: string, members: readonly PlatformMember[] = []): PlatformClass {
  return {
    name,
    kind: 'class',
    documentation: DOCUMENTATION,
    superclass: 'System.Exception',
    members: [...constructors, ...members],
  };
}

/** Exceptions of components whose text code has set. */
const worded = new WeakSet<ApexException>();

/**
 * The text of an exception for components goes to the page; code reads it only once it was set by `setMessage`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_AuraHandledException.htm
 */
const auraHandledMembers: readonly PlatformMember[] = [
  method('String getMessage()', (_runtime: ApexRuntime, self: ApexException) =>
    worded.has(self) ? self.ownMessage : 'Script-thrown exception',
  ),
  method(
    'void setMessage(String message)',
    (_runtime: ApexRuntime, self: ApexException, message: string | null) => {
      self.message = message;
      worded.add(self);
    },
  ),
];

/** Exceptions without members of their own. */
const PLAIN_EXCEPTIONS: readonly string[] = [
  'Cache.InvalidParamException',
  'Cache.ItemSizeLimitExceededException',
  'Cache.PlatformCacheInvalidOperationException',
  'ConnectApi.ConnectApiException',
  'ConnectApi.NotFoundException',
  'ConnectApi.RateLimitException',
  'EventBus.InvalidReplayIdException',
  'EventBus.RetryableException',
  'System.AssertException',
  'System.AsyncException',
  'System.AuraException',
  'System.CalloutException',
  'System.FinalException',
  'System.FlowException',
  'System.FormulaEvaluationException',
  'System.FormulaValidationException',
  'System.HandledException',
  'System.IllegalArgumentException',
  'System.InvalidParameterValueException',
  'System.JSONException',
  'System.LimitException',
  'System.ListException',
  'System.MathException',
  'System.NoAccessException',
  'System.NoDataFoundException',
  'System.NoSuchElementException',
  'System.NullPointerException',
  'System.QueryException',
  'System.RequiredFeatureMissingException',
  'System.SObjectException',
  'System.SearchException',
  'System.SecurityException',
  'System.SerializationException',
  'System.StringException',
  'System.TypeException',
  'System.UnexpectedException',
  'System.UnsupportedOperationException',
  'System.VisualforceException',
  'System.XmlException',
];

/** All exceptions of the platform. */
export const exceptionClasses: readonly PlatformClass[] = [
  exceptionClass,
  subclass('System.AuraHandledException', auraHandledMembers),
  subclass('System.DmlException', dmlMembers),
  subclass('System.EmailException', dmlMembers),
  ...PLAIN_EXCEPTIONS.map((name) => subclass(name)),
];
