import type { ApexMethod, ApexType, TypeReference } from '../apex/declarations';
import { INVOCABLE_VIEW } from '../apex/json-view';
import { TypeWriter, type ApexPackage } from '../apex/type-writer';
import { HEADER, literal, moduleText } from './type-text';
import { RECORDS_MODULE } from './write-records';

const LOOKUP_TYPES = `/** Name of an action: that of its class. */
export type ActionName = keyof InvocableActions;
/** One of the \`inputs\` of \`POST .../actions/custom/apex/NAME\`. */
export type ActionInput<Name extends ActionName> = InvocableActions[Name]['input'];
/** The \`outputValues\` of one input. */
export type ActionOutput<Name extends ActionName> = InvocableActions[Name]['output'];
`;

/**
 * Declares what the invocable actions take and give, by the name of their class.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation_InvocableMethod.htm
 */
export function writeInvocableActions(apex: ApexPackage): string {
  const writer = new TypeWriter(apex, INVOCABLE_VIEW);
  const actions = apex.types
    .mentioning(/@InvocableMethod\b/i)
    .flatMap((type) =>
      type.methods
        .filter(({ annotations }) => 'invocablemethod' in annotations)
        .map((method) => actionText(type, method, writer)),
    );
  if (actions.length === 0) return HEADER;
  return (
    HEADER +
    moduleText('opportunity-hub/invocable-actions', [
      `import type * as Records from ${literal(RECORDS_MODULE)};`,
      `/** Invocable actions by name. */\nexport interface InvocableActions {\n${actions.join('')}}`,
      LOOKUP_TYPES,
      writer.declarations(),
    ])
  );
}

function actionText(type: ApexType, { parameters, returnType }: ApexMethod, writer: TypeWriter): string {
  const [parameter] = parameters;
  const input = parameter ? valueText(parameter.name, parameter.type, type, writer) : 'Record<string, never>';
  const output = returnType ? valueText('output', returnType, type, writer) : 'null';
  return `  readonly ${type.name}: { readonly input: ${input}; readonly output: ${output} };\n`;
}

/** The fields of a class, or one value under a name. The list around it is the bulk of the call. */
function valueText(name: string, list: TypeReference, scope: ApexType, writer: TypeWriter): string {
  const text = writer.text(elementOf(list), scope);
  return text.startsWith('Apex.') ? text : `{ readonly ${name}: ${text} | null }`;
}

function elementOf(list: TypeReference): TypeReference {
  if (list.arrayDepth > 0) return { ...list, arrayDepth: list.arrayDepth - 1 };
  return list.arguments[0] ?? list;
}
