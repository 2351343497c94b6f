import type { Modifier } from '../syntax/ast';
import type { CompileProblems } from './compile-error';
import { DECLARATION_MESSAGES as MESSAGES } from './declaration-messages';
import type { Element } from './element-kind';
import { ACCESS_ORDER, MODIFIER_RULES } from './modifier-rules';
import { hasAnnotation, topLevelOf } from './visibility';

/** Since this version a method that is abstract or overrides must say its access. */
const EXPLICIT_ACCESS_VERSION = 65;

const SHARING: readonly Modifier[] = ['with sharing', 'without sharing', 'inherited sharing'];

/** What a static method cannot be. */
const NOT_STATIC: readonly Modifier[] = ['virtual', 'override', 'abstract'];

/**
 * Reports modifiers that do not go together or with what they stand on.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_keywords.htm
 */
export function checkModifiers(element: Element, problems: CompileProblems): void {
  const report = (message: string): void => problems.report(element.at, message);
  element.modifiers.forEach((modifier, i) => {
    if (element.modifiers.indexOf(modifier) < i) report(MESSAGES.duplicateModifier(displayOf(modifier)));
    else checkPlace(modifier, element, report);
  });
  checkCombination(element, report);
  if (element.kind === 'classes' || element.kind === 'interfaces' || element.kind === 'enums') {
    checkTopLevel(element, report);
  } else checkDefiningType(element, report);
  if (element.kind === 'methods') checkMethod(element, report);
}

type Report = (message: string) => void;

const displayOf = (modifier: Modifier): string => MODIFIER_RULES[modifier]?.display ?? modifier;

function checkPlace(modifier: Modifier, { kind, definingType }: Element, report: Report): void {
  const rule = MODIFIER_RULES[modifier];
  if (!rule) return report(MESSAGES.unexpectedToken(modifier));
  if (rule.byDefaultOn?.includes(kind)) report(MESSAGES.modifierByDefault(kind, rule.display));
  else if (!rule.on.includes(kind)) report(MESSAGES.modifierNotAllowed(rule.display, kind));
  else if (rule.topLevelOnly && definingType?.outer) report(MESSAGES.modifierTopLevel(rule.display, kind));
}

function checkCombination({ modifiers, kind }: Element, report: Report): void {
  if (ACCESS_ORDER.filter((access) => modifiers.includes(access)).length > 1) report(MESSAGES.oneScope());
  if (kind !== 'classes') return;
  if (modifiers.includes('abstract') && modifiers.includes('virtual')) {
    report(MESSAGES.modifierByDefault('abstract', 'virtual'));
  }
  const [first, second] = modifiers.filter((modifier) => SHARING.includes(modifier));
  if (first && second && first !== second) {
    report(MESSAGES.modifierExcludes(displayOf(first), kind, displayOf(second)));
  }
}

/** Test classes may be private, as nothing else refers to them. */
function checkTopLevel({ definingType, access, annotations }: Element, report: Report): void {
  if (definingType || access === 'public' || access === 'global') return;
  if (!hasAnnotation({ annotations }, 'isTest')) report(MESSAGES.topLevelAccess());
}

function checkDefiningType({ modifiers, kind, definingType }: Element, report: Report): void {
  if (!definingType || kind === 'parameters' || kind === 'locals') return;
  const required = (modifier: Modifier, what: string): void =>
    report(MESSAGES.definingTypeRequires(displayOf(modifier), kind, what));
  for (const modifier of ['global', 'webservice']) {
    if (modifiers.includes(modifier) && definingType.access !== 'global') required(modifier, 'global');
  }
  if (kind !== 'methods') return;
  if (modifiers.includes('abstract') && !definingType.isAbstract) required('abstract', 'abstract');
  if (modifiers.includes('testmethod') && !hasAnnotation(topLevelOf(definingType), 'isTest')) {
    required('testmethod', 'IsTest');
  }
}

function checkMethod({ modifiers, kind, definingType, access, apiVersion }: Element, report: Report): void {
  const isStatic = modifiers.includes('static');
  for (const modifier of ['testmethod', 'webservice']) {
    if (modifiers.includes(modifier) && !isStatic) {
      report(MESSAGES.modifierRequires(displayOf(modifier), kind, 'static'));
    }
  }
  for (const modifier of NOT_STATIC) {
    if (isStatic && modifiers.includes(modifier)) report(MESSAGES.modifierExcludes('static', kind, modifier));
  }
  for (const modifier of ['abstract', 'override']) {
    if (modifiers.includes(modifier) && access === 'private' && apiVersion >= EXPLICIT_ACCESS_VERSION) {
      report(MESSAGES.modifierRequiresOne(modifier, kind, ['global', 'public', 'protected']));
    }
  }
  const isNew = access === 'protected' && !modifiers.includes('override');
  if (isNew && definingType && !definingType.isVirtual && !definingType.isAbstract)
    report(MESSAGES.newProtected());
}
