import { isUnsupportedField, isUnsupportedObject } from '../../schema';
import { parentName, type ComponentId } from '../component';
import type { ComponentProblem } from '../rules/component-problem';
import type { Reference } from './reference';
import { referenceExists, type ReferenceScope } from './resolve-reference';

/** The references whose targets the org does not have, each with what is said about it. */
export function missingReferences(
  references: readonly Reference[],
  scope: ReferenceScope,
): ComponentProblem[] {
  return references
    .filter(({ target }) => !referenceExists(target, scope))
    .map((reference) => ({ path: reference.path, message: missingMessage(reference, scope) }));
}

function missingMessage({ target, message }: Reference, scope: ReferenceScope): string {
  if (isUnsupported(target)) return `${target.type} ${target.fullName} is not supported by the local org`;
  return (message.startsWith('In field: ') && missingObjectMessage(target, scope)) || message;
}

/** A standard object or field that the platform has and this org lacks: no mistake of the package. */
function isUnsupported({ type, fullName }: ComponentId): boolean {
  const [object = '', field] = fullName.split('.');
  if (type === 'CustomObject') return isUnsupportedObject(object);
  if (type !== 'CustomField' || field === undefined) return false;
  return isUnsupportedObject(object) || isUnsupportedField(object, field);
}

/** When a field's object is missing already, the platform names the object. */
function missingObjectMessage(target: ComponentId, scope: ReferenceScope): string | undefined {
  if (target.type !== 'CustomField') return undefined;
  const object = parentName(target.fullName);
  if (referenceExists({ type: 'CustomObject', fullName: object }, scope)) return undefined;
  return `In field: field - no CustomObject named ${object} found`;
}
