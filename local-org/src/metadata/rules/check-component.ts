import type { Component } from '../component';
import { isComplexType } from '../elements/element-tables';
import { findMetadataType, supportLevelOf } from '../registry/type-lookup';
import { settingsTypeOf } from '../registry/settings-types';
import type { ComponentProblem } from './component-problem';
import { customFieldProblems } from './custom-field-rules';
import { customObjectProblems } from './custom-object-rules';
import { channelMemberProblems } from './event-channel-rules';
import { facetProblems } from './flexi-page-rules';
import { lengthProblems } from './length-rules';
import { nameProblems } from './name-rules';
import { missingElements } from './required-elements';
import { reportProblems } from './report-rules';
import { globalValueSetProblems, standardValueSetProblems } from './value-set-rules';

type Rule = (component: Component) => readonly ComponentProblem[];

/** Rules of single types, on top of those that hold for all. */
const RULES: Readonly<Record<string, Rule>> = {
  CustomField: customFieldProblems,
  CustomObject: customObjectProblems,
  FlexiPage: facetProblems,
  GlobalValueSet: globalValueSetProblems,
  PlatformEventChannelMember: channelMemberProblems,
  Report: reportProblems,
  StandardValueSet: standardValueSetProblems,
};

/**
 * Checks a component by itself: names, lengths, required elements and the rules of its type. References to other
 * components are checked later, against the org as the deploy would leave it.
 */
export function checkComponent(component: Component): ComponentProblem[] {
  return [
    ...nameProblems(component),
    ...lengthProblems(component),
    ...requiredProblems(component),
    ...(RULES[component.type]?.(component) ?? []),
  ];
}

/** Types that are only stored may lack elements: nothing here depends on them. */
function requiredProblems(component: Component): ComponentProblem[] {
  if (supportLevelOf(component.type) !== 'executed') return [];
  const typeName = elementTypeOf(component);
  return typeName !== undefined && isComplexType(typeName)
    ? missingElements(component.content, typeName)
    : [];
}

/** The type of the root element: settings and folders have one of their own. */
function elementTypeOf({ type, fullName }: Component): string | undefined {
  if (type === 'Settings') return settingsTypeOf(fullName);
  const folderType = fullName.includes('/') ? undefined : findMetadataType(type)?.folderType;
  return folderType ?? type;
}
