import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexValue } from '../../runtime/values/apex-value';
import type { Maybe } from '../arguments';
import { requiredValue } from '../arguments';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';

/** `true` in any case is true, every other text is false. */
function valueOf(runtime: ApexRuntime, given: Maybe<ApexValue>): boolean {
  const value = requiredValue(runtime, given);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.toLowerCase() === 'true';
  // UNVERIFIED: what Boolean.valueOf gives for values other than texts and Booleans.
  return runtime.throwNew('System.TypeException', `Invalid boolean: ${runtime.toText(value)}`);
}

/** System.Boolean. */
export const booleanClass: PlatformClass = {
  name: 'System.Boolean',
  kind: 'class',
  documentation: referencePage('apex_methods_system_boolean'),
  members: [
    method('static Boolean valueOf(String text)', valueOf),
    method('static Boolean valueOf(Object value)', valueOf),
  ],
};
