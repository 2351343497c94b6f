import type { Annotation } from '../syntax/ast';
import { annotationRule, type AnnotationRule } from './annotation-rules';
import type { CompileProblems } from './compile-error';
import { DECLARATION_MESSAGES as MESSAGES } from './declaration-messages';
import type { Element } from './element-kind';
import { hasAnnotation, topLevelOf } from './visibility';

type Report = (message: string) => void;

/** Reports annotations that do not exist, stand in the wrong place, or ask for what is not there. */
export function checkAnnotations(element: Element, problems: CompileProblems): void {
  const report: Report = (message) => problems.report(element.at, message);
  for (const annotation of element.annotations) {
    const rule = annotationRule(annotation.name);
    if (!rule) problems.report(annotation, MESSAGES.unknownAnnotation(annotation.name));
    else if (!rule.on.includes(element.kind)) report(MESSAGES.modifierNotAllowed(rule.name, element.kind));
    else {
      checkProperties(annotation, rule, element, problems);
      checkPlace(rule, element, report);
      checkRequired(rule, element, report);
    }
  }
}

function checkProperties(
  annotation: Annotation,
  rule: AnnotationRule,
  { kind, at }: Element,
  problems: CompileProblems,
): void {
  for (const { name, value } of annotation.parameters) {
    const property = rule.properties?.[name.toLowerCase()];
    if (!property) problems.report(annotation, MESSAGES.noSuchProperty(name, rule.name));
    else if (property.on && !property.on.includes(kind)) {
      problems.report(at, MESSAGES.propertyNotAllowed(name, rule.name, kind));
    } else if (property.type === 'BOOLEAN' && !/^(true|false)$/i.test(value)) {
      problems.report(annotation, MESSAGES.propertyType(name, property.type));
    } else if (property.values && !property.values.includes(value.toLowerCase())) {
      problems.report(annotation, MESSAGES.propertyValue(name, rule.name, value));
    }
  }
}

function checkPlace(rule: AnnotationRule, { kind, definingType }: Element, report: Report): void {
  if (!rule.topLevelOnly || !definingType) return;
  if (kind === 'classes') report(MESSAGES.onlyTopLevelType(rule.name));
  else if (definingType.outer) report(MESSAGES.modifierTopLevel(rule.name, kind));
}

function checkRequired(rule: AnnotationRule, element: Element, report: Report): void {
  const { kind, modifiers, access, definingType } = element;
  const isStatic = modifiers.includes('static');
  if (kind === 'methods' && rule.mustBeStatic && !isStatic) {
    report(MESSAGES.modifierRequires(rule.name, kind, 'static'));
  }
  if (rule.mustBeGlobal && access !== 'global') report(MESSAGES.modifierRequires(rule.name, kind, 'global'));
  // A top-level type says its access by itself, and test classes need none.
  if (rule.accessOneOf && !rule.accessOneOf.includes(access)) {
    report(MESSAGES.modifierRequiresOne(rule.name, kind, rule.accessOneOf));
  }
  if (rule.notStatic && isStatic) report(MESSAGES.modifierExcludes(rule.name, kind, 'static'));
  if (rule.notFinal && modifiers.includes('final'))
    report(MESSAGES.modifierExcludes(rule.name, kind, 'final'));
  if (kind === 'methods' && definingType && rule.definingType && !isDeclaredAs(rule.definingType, element)) {
    report(MESSAGES.definingTypeRequires(rule.name, kind, rule.definingType));
  }
}

function isDeclaredAs(annotation: string, { definingType }: Element): boolean {
  return definingType !== null && hasAnnotation(topLevelOf(definingType), annotation);
}
