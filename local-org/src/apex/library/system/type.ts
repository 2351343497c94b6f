import { isSubtype } from '../../runtime/is-subtype';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexTypeValue } from '../../runtime/values/apex-type-value';
import type { ApexValue } from '../../runtime/values/apex-value';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { referencePage } from '../documentation';
import { method, property, type PlatformClass } from '../platform-class';

/** A type by name in any case; null for an unknown one. */
function forName(runtime: ApexRuntime, name: Maybe<string>): ApexValue {
  const type = runtime.types.find(required(runtime, name).trim());
  return type ? runtime.typeToken(type) : null;
}

/** The namespace of a class of the org is null or empty; one of the platform's counts in front of the name. */
function forNamespaceAndName(runtime: ApexRuntime, namespace: Maybe<string>, name: Maybe<string>): ApexValue {
  const given = required(runtime, name, 2).trim();
  const prefix = namespace === null || namespace === '' ? '' : `${namespace}.`;
  const qualified = given.toLowerCase().startsWith(prefix.toLowerCase()) ? given : prefix + given;
  return forName(runtime, qualified);
}

function isAssignableFrom(runtime: ApexRuntime, self: ApexTypeValue, source: Maybe<ApexTypeValue>): boolean {
  const { denoted } = required(runtime, source);
  return self.name === 'Object' || isSubtype(denoted, self.denoted, runtime.types);
}

/** System.Type. */
export const typeClass: PlatformClass = {
  name: 'System.Type',
  kind: 'class',
  documentation: referencePage('apex_methods_system_type'),
  members: [
    property('Schema.SObjectType SObjectType', (runtime: ApexRuntime, { denoted }: ApexTypeValue) =>
      denoted.kind === 'sobject' && denoted.objectName !== null
        ? runtime.objectToken(denoted.objectName)
        : null,
    ),
    method('String getName()', (_runtime: ApexRuntime, self: ApexTypeValue) => self.name),
    method('Boolean isAssignableFrom(Type source)', isAssignableFrom),
    method('Object newInstance()', (runtime: ApexRuntime, self: ApexTypeValue) =>
      runtime.construct(self.denoted, []),
    ),
    method('String toString()', (_runtime: ApexRuntime, self: ApexTypeValue) => self.name),
    method('static Type forName(String name)', forName),
    method('static Type forName(String namespace, String name)', forNamespaceAndName),
  ],
};
