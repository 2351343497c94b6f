import type { RunningUser } from '../../execution';
import type { ApexEngine } from '../engine/apex-engine';
import type { DebugLog } from '../runtime/debug-log';
import { asApexException } from '../runtime/exceptions';
import type { ApexException } from '../runtime/values/apex-exception';
import { hasAnnotation } from '../semantics/visibility';
import type { MethodSymbol } from '../types/symbols';
import { auraResult } from './aura-result';
import { mayCall } from './class-access';
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
  | {
      readonly success: true;
      /** Undefined for a method that returns nothing. */
      readonly json: string | undefined;
      readonly cacheable: boolean;
    }
  | { readonly success: false; readonly error: AuraError };

/** An exception as pages see it. Refusals of a call have a message only. */
export interface AuraError {
  readonly message: string;
  /** `System.AuraHandledException`. */
  readonly exceptionType?: string;
  readonly stackTrace?: string;
  readonly isUserDefinedException?: boolean;
}

/**
 * Calls an `@AuraEnabled` method. One that is `cacheable` must not write: it has no DML statement left.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/apex.html
 */
export function callAura(
  engine: ApexEngine,
  { className, methodName, parameters, user, log }: AuraCall,
): AuraAnswer {
  const { runtime } = engine;
  const method = findAuraMethod(engine, className, methodName);
  // UNVERIFIED: the text for a method that is none.
  if (!method) return refused(`No apex action available for ${className}.${methodName}`);
  if (!mayCall(runtime, user, method.owner))
    return refused(`You do not have access to the Apex class named '${method.owner.simpleName}'.`);
  const cacheable = annotationValue(method, 'AuraEnabled', 'cacheable') === 'true';
  try {
    const kind = cacheable ? 'auraCacheable' : 'aura';
    const json = engine.transaction({ kind, user, ...(log && { log }) }, () => {
      const args = jsonArguments(runtime, method, parameters, false);
      const result = engine.callStatic(method.owner.qualifiedName, method.slots[0] ?? '', args);
      if (method.returnType.kind === 'void') return undefined;
      return auraResult(runtime, result);
    });
    return { success: true, json, cacheable };
  } catch (error) {
    const exception = asApexException(runtime, error);
    if (!exception) throw error;
    log?.log({ kind: 'FATAL_ERROR', message: `${exception.toText(runtime)}\n\n${exception.stackTrace}` });
    return { success: false, error: auraError(exception) };
  }
}

function refused(message: string): AuraAnswer {
  return { success: false, error: { message } };
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
