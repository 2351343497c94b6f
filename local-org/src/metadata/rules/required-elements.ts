import type { MetadataObject, MetadataValue } from '../component';
import { isMetadataObject } from '../content-access';
import { elementsOf, isComplexType } from '../elements/element-tables';
import type { PathStep } from '../xml/xml-element';
import type { ComponentProblem } from './component-problem';

/**
 * Elements that have a default although the tables call them required: a class without a status is active, a custom
 * permission that does not say so needs no license (public sample apps leave it out).
 */
const DEFAULTED: ReadonlySet<string> = new Set([
  'ApexClass.status',
  'ApexTrigger.status',
  'CustomPermission.isLicensed',
  'StaticResource.cacheControl',
]);

/** Finds elements that the tables call required and that are not there, at any depth. */
export function missingElements(
  content: MetadataObject,
  typeName: string,
  path: readonly PathStep[] = [],
): ComponentProblem[] {
  const problems: ComponentProblem[] = [];
  for (const declaration of elementsOf(typeName).values()) {
    const value = content[declaration.name];
    if (value === undefined) {
      if (declaration.occurrence !== 'required' || DEFAULTED.has(`${typeName}.${declaration.name}`)) continue;
      problems.push({ message: `Required field is missing: ${declaration.name}`, path });
    } else if (isComplexType(declaration.type)) {
      problems.push(...missingInside(value, declaration.name, declaration.type, path));
    }
  }
  return problems;
}

function missingInside(
  value: MetadataValue,
  name: string,
  typeName: string,
  path: readonly PathStep[],
): ComponentProblem[] {
  if (Array.isArray(value)) {
    return (value as readonly MetadataValue[]).flatMap((item, index) =>
      isMetadataObject(item) ? missingElements(item, typeName, [...path, name, index]) : [],
    );
  }
  return isMetadataObject(value) ? missingElements(value, typeName, [...path, name]) : [];
}
