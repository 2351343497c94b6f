import type { ApexMethod, ApexType } from '../apex/declarations';
import { PAGE_VIEW } from '../apex/json-view';
import { TypeWriter, type ApexPackage } from '../apex/type-writer';
import { HEADER, literal, moduleText } from './type-text';
import { RECORDS_MODULE } from './write-records';

const APEX_MODULE = 'opportunity-hub/apex';
const ANNOTATION = 'auraenabled';

const METHOD_TYPES = `/** Why a method could not give its result: what \`AuraHandledException\` or the platform said. */
export interface ApexError {
  readonly body: {
    readonly message: string;
    readonly exceptionType?: string;
    readonly isUserDefinedException?: boolean;
    readonly stackTrace?: string;
  };
  readonly status: number;
  readonly statusText: string;
  readonly ok: boolean;
  readonly errorType: string;
}
/** What a wire provides: first nothing, then the result or an error. */
export type WireResult<Result> =
  | { readonly data?: undefined; readonly error?: undefined }
  | { readonly data: Result; readonly error?: undefined }
  | { readonly data?: undefined; readonly error: ApexError };
/** A method that runs when it is called. */
export type ApexFunction<Parameters extends object, Result> = keyof Parameters extends never
  ? () => Promise<Result>
  : (parameters: Parameters) => Promise<Result>;
/** A method whose results are cached (\`cacheable=true\`): it can be wired too. */
export type CacheableApexFunction<Parameters extends object, Result> = ApexFunction<Parameters, Result> & {
  readonly adapter: WireAdapterConstructor<Parameters, WireResult<Result>>;
};
`;

/**
 * Declares `@salesforce/apex/Class.method` for the methods that pages may call, and the classes that they take and give.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/apex.html
 */
export function writeApex(apex: ApexPackage): string {
  const writer = new TypeWriter(apex, PAGE_VIEW);
  const modules = apex.types
    .mentioning(/@AuraEnabled\b/i)
    .flatMap((type) => pageMethods(type, apex).map((method) => methodModule(type, method, writer)));
  const shared = moduleText(APEX_MODULE, [
    "import type { WireAdapterConstructor } from 'lwc';",
    `import type * as Records from ${literal(RECORDS_MODULE)};`,
    METHOD_TYPES,
    writer.declarations(),
  ]);
  return HEADER + shared + modules.join('');
}

/** The methods of a class that pages may call; others with the annotation are problems. */
function pageMethods(type: ApexType, { problems }: ApexPackage): readonly ApexMethod[] {
  const methods = type.methods.filter(({ annotations }) => ANNOTATION in annotations);
  const names = new Set<string>();
  return methods.filter(({ name, modifiers, line }) => {
    const place = { file: type.file, line };
    const isOverload = names.has(name.toLowerCase());
    if (isOverload) problems.add(place, `@AuraEnabled method '${name}' is overloaded`);
    names.add(name.toLowerCase());
    if (!modifiers.includes('static')) problems.add(place, `@AuraEnabled method '${name}' is not static`);
    return !isOverload && modifiers.includes('static');
  });
}

function methodModule(type: ApexType, method: ApexMethod, writer: TypeWriter): string {
  const { name, annotations, parameters, returnType } = method;
  const options = annotations[ANNOTATION] ?? {};
  const alias = options['cacheable'] === 'true' ? 'CacheableApexFunction' : 'ApexFunction';
  const folder = options['continuation'] === 'true' ? 'apexContinuation' : 'apex';
  const members = parameters.map(
    (parameter) => `  readonly ${parameter.name}: ${writer.inputText(parameter.type, type)};\n`,
  );
  return moduleText(`@salesforce/${folder}/${type.name}.${name}`, [
    `import type { Apex, ${alias} } from ${literal(APEX_MODULE)};`,
    `import type * as Records from ${literal(RECORDS_MODULE)};`,
    `interface Parameters {\n${members.join('')}}`,
    `const ${name}: ${alias}<Parameters, ${writer.resultText(returnType, type)}>;`,
    `export default ${name};`,
  ]);
}
