import type { Annotation, ClassDeclaration, MethodDeclaration } from '../syntax/ast';
import type { MethodSymbol } from '../types/symbols';
import { DECLARATION_MESSAGES as MESSAGES } from './declaration-messages';
import type { DeclareContext } from './declare-context';
import { isException } from './declare-supertypes';
import { INVALID_TYPE } from './invalid-type';
import { typeInMessage } from './type-in-message';
import { hasAnnotation } from './visibility';

/**
 * Reports what makes tests impossible to run: methods with parameters or a result, settings that contradict each other.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation_isTest.htm
 */
export function checkTestClass(declaration: ClassDeclaration, context: DeclareContext): void {
  const { problems } = context;
  const methods = declaration.members.flatMap((member) =>
    member.kind === 'method' ? [member.declaration] : [],
  );
  for (const method of methods) checkTestMethod(method, context);
  const seesAllData = isOn(declaration.annotations, 'SeeAllData');
  const methodSeesAllData = methods.some(({ annotations }) => isOn(annotations, 'SeeAllData'));
  const report = (message: string): void => problems.report(declaration.name, message);
  const symbol = context.symbols.types.get(declaration);
  if (hasAnnotation(declaration, 'isTest') && symbol && isException(symbol)) report(MESSAGES.testException());
  if (methods.some((method) => hasAnnotation(method, 'TestSetup'))) {
    if (seesAllData) report(MESSAGES.testSetupSeesAllData());
    if (methodSeesAllData) report(MESSAGES.testSetupMethodSeesAllData());
  }
  if (!isOn(declaration.annotations, 'IsParallel')) return;
  if (seesAllData) report(MESSAGES.parallelSeesAllData());
  if (methodSeesAllData) report(MESSAGES.parallelMethodSeesAllData());
}

function checkTestMethod(declaration: MethodDeclaration, { symbols, problems }: DeclareContext): void {
  const symbol = symbols.methods.get(declaration);
  if (!symbol) return;
  const report = (message: string): void => problems.report(declaration.name, message);
  const hasResult = symbol.returnType.kind !== 'void' && symbol.returnType !== INVALID_TYPE;
  if (hasAnnotation(declaration, 'TestSetup')) {
    if (hasResult) report(MESSAGES.testSetupResult());
    if (symbol.parameters.length > 0) report(MESSAGES.testParameters());
  } else if (symbol.isTest) {
    if (symbol.parameters.length > 0) report(MESSAGES.testParameters());
    // UNVERIFIED: the words for a test method that returns something.
    if (hasResult) report(MESSAGES.returnTypeUnsupported(testWord(symbol), typeInMessage(symbol.returnType)));
  }
}

const testWord = (symbol: MethodSymbol): string =>
  hasAnnotation(symbol, 'isTest') ? 'IsTest' : 'testMethod';

/** Whether an annotation of test classes sets a property to true. */
function isOn(annotations: readonly Annotation[], property: string): boolean {
  return annotations.some(
    ({ name, parameters }) =>
      name.toLowerCase() === 'istest' &&
      parameters.some(
        (each) => each.name.toLowerCase() === property.toLowerCase() && each.value.toLowerCase() === 'true',
      ),
  );
}
