import { isRecordId, keyPrefixOf, toId18 } from '../../../core';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexValue } from '../../runtime/values/apex-value';
import type { Maybe } from '../arguments';
import { requiredValue } from '../arguments';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';

const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** A text as an Id of 18 characters. @throws StringException `Invalid id: x` */
export function idOf(runtime: ApexRuntime, text: string): string {
  return isRecordId(text) ? toId18(text) : runtime.throwNew('System.StringException', `Invalid id: ${text}`);
}

/** Gives an id whose letters lost their case that of its checksum. */
function restoreCasing(text: string): string {
  if (text.length !== 18) return text;
  const suffix = text.slice(15).toUpperCase();
  const letters = Array.from(text.slice(0, 15), (letter, index) => {
    const bits = CHECKSUM.indexOf(suffix.charAt(Math.floor(index / 5)));
    return bits & (1 << (index % 5)) ? letter.toUpperCase() : letter.toLowerCase();
  });
  return letters.join('') + suffix;
}

function valueOf(runtime: ApexRuntime, text: Maybe<string>, restore?: Maybe<boolean>): string {
  const given = requiredValue(runtime, text);
  return idOf(runtime, restore === true ? restoreCasing(given) : given);
}

/** The object that the id's first three characters name. @throws SObjectException when there is none */
function sobjectType(runtime: ApexRuntime, self: string): ApexValue {
  const type = runtime.org.schema().findByKeyPrefix(keyPrefixOf(self));
  if (type) return runtime.objectToken(type.name);
  return runtime.throwNew('System.SObjectException', `Cannot locate Apex Type for ID: ${self}`);
}

/** System.Id. Values are texts of 18 characters. */
export const idClass: PlatformClass = {
  name: 'System.Id',
  kind: 'class',
  documentation: referencePage('apex_methods_system_id'),
  members: [
    method(
      'Boolean equals(String other)',
      (_runtime: ApexRuntime, self: string, other: Maybe<string>) =>
        other !== null && self === (isRecordId(other) ? toId18(other) : other),
    ),
    method('Schema.SObjectType getSObjectType()', sobjectType),
    method('String to15()', (_runtime: ApexRuntime, self: string) => self.slice(0, 15)),
    method('static Id valueOf(String text)', valueOf),
    method('static Id valueOf(String text, Boolean restoreCasing)', valueOf),
  ],
};
