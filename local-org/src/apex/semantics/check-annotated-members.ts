import type { Annotation, ClassDeclaration, MethodDeclaration, Node } from '../syntax/ast';
import type { ApexType } from '../types/apex-type';
import type { MethodSymbol } from '../types/symbols';
import { annotationRule } from './annotation-rules';
import { DECLARATION_MESSAGES as MESSAGES } from './declaration-messages';
import type { DeclareContext } from './declare-context';
import { INVALID_TYPE } from './invalid-type';
import { isPlatform } from './subtypes';
import { typeInMessage } from './type-in-message';
import { hasAnnotation } from './visibility';

type Report = (message: string) => void;

/** What is checked of a method that carries an annotation, by the annotation's name in lower case. */
const METHOD_CHECKS: Readonly<
  Record<string, (method: MethodSymbol, report: Report, declaration: MethodDeclaration) => void>
> = {
  future: checkFuture,
  auraenabled: checkAuraEnabled,
  invocablemethod: checkInvocable,
  readonly: checkReadOnly,
};

/** Types that future methods and invocable variables take. */
const SIMPLE = 'Blob Boolean Date Datetime Decimal Double Id Integer Long String Time'.split(' ');

/** Annotations beside which `@ReadOnly` may stand. */
const READ_ONLY_CALLERS = ['RemoteAction', 'HttpGet', 'HttpPost', 'HttpPatch', 'HttpPut', 'HttpDelete'];

const MAX_URL_LENGTH = 255;

/** Reports annotated methods, fields and classes whose types or names do not fit the annotation. */
export function checkAnnotatedMembers(declaration: ClassDeclaration, context: DeclareContext): void {
  const methods = declaration.members.flatMap((member) =>
    member.kind === 'method' ? [member.declaration] : [],
  );
  for (const method of methods) checkMethod(method, context);
  checkOncePerType(declaration, methods, context);
  checkAuraOverloads(methods, context);
  checkInvocableVariables(declaration, context);
  checkClassAnnotations(declaration, context);
}

function checkMethod(declaration: MethodDeclaration, { symbols, problems }: DeclareContext): void {
  const symbol = symbols.methods.get(declaration);
  if (!symbol) return;
  const report: Report = (message) => problems.report(declaration.name, message);
  for (const { name } of declaration.annotations) {
    const rule = annotationRule(name);
    if (rule?.noParameters && symbol.parameters.length > 0) report(MESSAGES.noMethodParameters(rule.name));
    METHOD_CHECKS[name.toLowerCase()]?.(symbol, report, declaration);
  }
}

function checkFuture({ returnType, parameters }: MethodSymbol, report: Report): void {
  if (hasResult(returnType)) report(MESSAGES.returnTypeUnsupported('Future', typeInMessage(returnType)));
  for (const { type } of parameters) {
    if (!isSimple(type)) report(MESSAGES.parameterTypeUnsupported('Future', typeInMessage(type)));
  }
}

/** A scalar, or a collection of scalars. */
function isSimple(type: ApexType): boolean {
  if (type.kind !== 'class') return type === INVALID_TYPE;
  if (type.arguments.length > 0) return type.arguments.every(isSimple);
  return SIMPLE.some((name) => isPlatform(type, name));
}

function checkAuraEnabled({ isStatic, name, parameters }: MethodSymbol, report: Report): void {
  if (isStatic) return;
  if (!/^get/i.test(name)) report(MESSAGES.auraInstanceName());
  if (parameters.length > 0) report(MESSAGES.auraInstanceParameters());
}

function checkInvocable({ parameters, returnType, annotations }: MethodSymbol, report: Report): void {
  const [parameter] = parameters;
  if (annotations.some(({ name }) => !/^(invocablemethod|deprecated)$/i.test(name))) {
    report(MESSAGES.invocableOnlyDeprecated());
  }
  if (parameters.length > 1) report(MESSAGES.invocableSingleParameter());
  else if (parameter && !isList(parameter.type)) {
    report(MESSAGES.invocableListParameter(typeInMessage(parameter.type)));
  }
  if (hasResult(returnType) && !isList(returnType)) {
    report(MESSAGES.returnTypeUnsupported('InvocableMethod', typeInMessage(returnType)));
  }
}

const hasResult = (type: ApexType): boolean => type.kind !== 'void' && type !== INVALID_TYPE;

const isList = (type: ApexType): boolean => type === INVALID_TYPE || isPlatform(type, 'List');

function checkReadOnly(method: MethodSymbol, report: Report, { modifiers }: MethodDeclaration): void {
  const isSchedulableExecute = method.name.toLowerCase() === 'execute' && method.parameters.length === 1;
  const isCalledSo = READ_ONLY_CALLERS.some((name) => hasAnnotation(method, name));
  if (!isCalledSo && !modifiers.includes('webservice') && !isSchedulableExecute)
    report(MESSAGES.readOnlyMisplaced());
}

function checkOncePerType(
  { name: at }: ClassDeclaration,
  methods: readonly MethodDeclaration[],
  { problems }: DeclareContext,
): void {
  const counts = new Map<string, number>();
  for (const { name } of methods.flatMap(({ annotations }) => annotations)) {
    const rule = annotationRule(name);
    if (rule?.oncePerType) counts.set(rule.name, (counts.get(rule.name) ?? 0) + 1);
  }
  for (const [name, count] of counts) if (count > 1) problems.report(at, MESSAGES.oncePerType(name));
}

function checkAuraOverloads(methods: readonly MethodDeclaration[], { problems }: DeclareContext): void {
  const enabled = methods.filter((method) => hasAnnotation(method, 'AuraEnabled'));
  for (const { name } of enabled) {
    const same = enabled.filter((other) => other.name.text.toLowerCase() === name.text.toLowerCase());
    if (same.length > 1) problems.report(name, MESSAGES.auraOverload(name.text));
  }
}

function checkInvocableVariables({ members }: ClassDeclaration, { symbols, problems }: DeclareContext): void {
  for (const member of members) {
    if (member.kind !== 'field' || !hasAnnotation(member.declaration, 'InvocableVariable')) continue;
    for (const variable of member.declaration.variables) {
      const type = symbols.variables.get(variable)?.type;
      if (type && !isInvocableType(type)) {
        problems.report(
          variable.name,
          MESSAGES.fieldTypeUnsupported('InvocableVariable', typeInMessage(type)),
        );
      }
    }
  }
}

/** Scalars, records, classes, and lists of them. */
function isInvocableType(type: ApexType): boolean {
  if (type.kind === 'sobject' || type === INVALID_TYPE) return true;
  if (type.kind !== 'class') return false;
  const [element] = type.arguments;
  if (isPlatform(type, 'List') && element) return isInvocableType(element);
  return type.arguments.length === 0;
}

function checkClassAnnotations(
  { annotations, name: at }: ClassDeclaration,
  { problems }: DeclareContext,
): void {
  for (const annotation of annotations) {
    const name = annotation.name.toLowerCase();
    if (name === 'restresource') checkUrlMapping(annotation, at, problems.report.bind(problems));
    if (name === 'jsonaccess' && annotation.parameters.length === 0) {
      problems.report(at, MESSAGES.jsonAccessEmpty());
    }
  }
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation_rest_resource.htm */
function checkUrlMapping(
  { parameters }: Annotation,
  at: Node,
  report: (at: Node, message: string) => void,
): void {
  const url = parameters.find(({ name }) => name.toLowerCase() === 'urlmapping')?.value;
  if (url === undefined) return;
  if (url === '') report(at, MESSAGES.urlEmpty());
  else if (url.length > MAX_URL_LENGTH) report(at, MESSAGES.urlTooLong());
  else if (!url.startsWith('/')) report(at, MESSAGES.urlWithoutSlash());
  else if (/[^/]\*/.test(url)) report(at, MESSAGES.urlBeforeWildcard());
  else if (/\*[^/]/.test(url)) report(at, MESSAGES.urlAfterWildcard());
}
