import { ApiError } from '../../core';
import type { RunningUser } from '../../execution';
import type { ApexEngine } from '../engine/apex-engine';
import { serialize } from '../library/json/serialize';
import type { DebugLog } from '../runtime/debug-log';
import { asApexException } from '../runtime/exceptions';
import type { ApexException } from '../runtime/values/apex-exception';
import { hasAnnotation } from '../semantics/visibility';
import type { MethodSymbol } from '../types/symbols';
import { annotationValue, findClass } from './find-method';
import { jsonArguments } from './json-arguments';

/** A call of an `@AuraEnabled` method by a page. */
export interface AuraCall {
  readonly className: string;
  readonly methodName: string;
  /** A JSON object with the method's parameters by name. */
  readonly parameters: string;
  readonly user: RunningUser;
  readonly log?: DebugLog | undefined;
}

/** What a page gets: the result as JSON, or the exception. */
export type AuraAnswer =
  | { readonly success: true; readonly json: string; readonly cacheable: boolean }
  | { readonly success: false; readonly error: AuraError };

/** An exception as pages see it. */
export interface AuraError {
  /** `System.AuraHandledException`. */
  readonly exceptionType: string;
  readonly message: string;
  readonly stackTrace: string;
  readonly isUserDefinedException: boolean;
}

/**
 * Calls an `@AuraEnabled` method.
 * @throws ApiError NOT_FOUND for a method that is none
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/apex.html
 */
export function callAura(
  engine: ApexEngine,
  { className, methodName, parameters, user, log }: AuraCall,
): AuraAnswer {
  const method = findAuraMethod(engine, className, methodName);
  if (!method) {
    throw new ApiError('NOT_FOUND', `No apex action available for ${className}.${methodName}`, {
      httpStatus: 404,
    });
  }
  const { runtime } = engine;
  try {
    const json = engine.transaction({ kind: 'aura', user, ...(log && { log }) }, () => {
      const args = jsonArguments(runtime, method, parameters, false);
      const result = engine.callStatic(method.owner.qualifiedName, method.slots[0] ?? '', args);
      return serialize(runtime, result, { pretty: false, suppressNulls: true });
    });
    return { success: true, json, cacheable: annotationValue(method, 'AuraEnabled', 'cacheable') === 'true' };
  } catch (error) {
    const exception = asApexException(runtime, error);
    if (!exception) throw error;
    return { success: false, error: auraError(exception) };
  }
}

/** What there is of a method that a page names. */
export type AuraMethodStatus = 'callable' | 'methodMissing' | 'classMissing';

/** Whether a method exists and may be called by pages. Names are compared without case. */
export function auraMethod(engine: ApexEngine, className: string, methodName: string): AuraMethodStatus {
  if (!findClass(engine.code().classes, className)) return 'classMissing';
  return findAuraMethod(engine, className, methodName) ? 'callable' : 'methodMissing';
}

function findAuraMethod(engine: ApexEngine, className: string, methodName: string): MethodSymbol | undefined {
  const symbol = findClass(engine.code().classes, className);
  return symbol?.methods.find(
    (method) =>
      method.isStatic &&
      hasAnnotation(method, 'AuraEnabled') &&
      method.name.toLowerCase() === methodName.toLowerCase(),
  );
}

function auraError(exception: ApexException): AuraError {
  return {
    exceptionType: exception.typeName,
    message: exception.messageText,
    stackTrace: exception.stackTrace,
    isUserDefinedException: exception.type.kind === 'class' && exception.type.symbol.origin === 'user',
  };
}
